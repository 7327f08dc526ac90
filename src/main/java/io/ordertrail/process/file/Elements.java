package io.ordertrail.process.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import io.ordertrail.process.file.ProcessFiles.Diagram;

/** What others ask of the elements of a diagram. */
public final class Elements {

    /** An expression in a diagram, and the element in which it is. */
    public record Written(String element, String text) {}

    private Elements() {}

    public static String name(BaseElement element) {
        return Optional.ofNullable(element.getAttributeValue("name"))
                .filter(name -> !name.isBlank())
                .orElse(String.valueOf(element.getId()))
                .replaceAll("\\s+", " ");
    }

    /** The extension properties of an element itself, not those of its parts. */
    public static List<CamundaProperty> properties(BaseElement element) {
        return element.getExtensionElements() == null
                ? List.of()
                : List.copyOf(element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .toList());
    }

    /** A step of a sub-process stands in the lane of the sub-process. */
    public static Optional<Lane> lane(FlowNode node) {
        return node.getParentElement() instanceof SubProcess outer
                ? lane(outer)
                : node.getModelInstance().getModelElementsByType(Lane.class).stream()
                        .filter(lane -> lane.getFlowNodeRefs().contains(node))
                        .findFirst();
    }

    /** Every attribute and text that the engine evaluates. */
    public static Stream<Written> expressions(Diagram diagram) {
        var document = (Document) diagram.model().getDocument().getDomSource().getNode();
        return evaluated(document.getDocumentElement());
    }

    /** Every attribute and text of a process that the engine evaluates. */
    public static Stream<Written> expressionsOf(Process process) {
        var document = (Document)
                process.getModelInstance().getDocument().getDomSource().getNode();
        return children(document.getDocumentElement()).stream()
                .filter(element -> element.getLocalName().equals("process")
                        && element.getAttribute("id").equals(process.getId()))
                .flatMap(Elements::evaluated);
    }

    private static Stream<Written> evaluated(Element root) {
        return written(root, null)
                .filter(written ->
                        written.text().contains("${") || written.text().contains("#{"));
    }

    private static Stream<Written> written(Element element, String outer) {
        if ("documentation".equals(element.getLocalName())) {
            return Stream.empty();
        }
        var id = element.getAttribute("id").isEmpty() ? outer : element.getAttribute("id");
        var children = children(element);
        var text = children.isEmpty() ? Stream.of(element.getTextContent()) : Stream.<String>empty();
        return Stream.concat(
                Stream.concat(attributes(element), text).map(found -> new Written(id, found)),
                children.stream().flatMap(child -> written(child, id)));
    }

    private static Stream<String> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeValue());
    }

    private static List<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
