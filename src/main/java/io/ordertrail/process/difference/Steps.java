package io.ordertrail.process.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import io.ordertrail.process.file.ProcessFiles.Diagram;

/**
 * The steps of a diagram by their id, and what is written at each.
 *
 * @param elements the XML of the steps
 * @param renewed the ids that steps have in a later diagram, by those that they have in this one
 */
record Steps(Map<String, FlowNode> nodes, Map<String, Element> elements, Map<String, String> renewed) {

    /** Their differences have sentences of their own, or show as flows. */
    private static final Set<String> TOLD = Set.of("id", "name", "candidateGroups", "default", "attachedToRef");

    private static final Set<String> NOT_COMPARED = Set.of("incoming", "outgoing", "documentation");

    static Steps of(Diagram diagram) {
        var nodes = new LinkedHashMap<String, FlowNode>();
        diagram.all(FlowNode.class).filter(node -> node.getId() != null).forEach(node -> nodes.put(node.getId(), node));
        var elements = new HashMap<String, Element>();
        var document = (Document) diagram.model().getDocument().getDomSource().getNode();
        collect(document.getDocumentElement(), nodes.keySet(), elements);
        return new Steps(nodes, elements, Map.of());
    }

    /** The same steps by the ids that they have in a later diagram. */
    Steps under(Map<String, String> ids) {
        return new Steps(renewed(nodes, ids), renewed(elements, ids), ids);
    }

    private static <T> Map<String, T> renewed(Map<String, T> byId, Map<String, String> ids) {
        var renewed = new LinkedHashMap<String, T>();
        byId.forEach((id, one) -> renewed.put(ids.getOrDefault(id, id), one));
        return renewed;
    }

    /** The id by which these steps know one of the diagram. */
    String id(FlowNode node) {
        return renewed.getOrDefault(node.getId(), node.getId());
    }

    private static void collect(Element element, Set<String> ids, Map<String, Element> into) {
        if (ids.contains(element.getAttribute("id"))) {
            into.put(element.getAttribute("id"), element);
        }
        children(element).forEach(child -> collect(child, ids, into));
    }

    static String name(FlowNode node) {
        return Optional.ofNullable(node.getName())
                .filter(name -> !name.isBlank())
                .map(name -> name.replaceAll("\\s+", " "))
                .orElse(node.getId());
    }

    static String kind(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway";
        }
        return node instanceof Event ? "event" : node instanceof Activity ? "task" : "step";
    }

    /** The step before, or the one on whose edge an event stands. */
    Optional<FlowNode> before(FlowNode node) {
        return node instanceof BoundaryEvent event
                ? Optional.ofNullable(event.getAttachedTo())
                : flows(node)
                        .filter(flow -> node.equals(flow.getTarget()) && flow.getSource() != null)
                        .map(SequenceFlow::getSource)
                        .findFirst();
    }

    /** The ids of the steps to which flows lead. A flow tells its ends; what a step tells of its flows may be stale. */
    Stream<String> after(String id) {
        var node = nodes.get(id);
        return flows(node)
                .filter(flow -> node.equals(flow.getSource()) && flow.getTarget() != null)
                .map(flow -> id(flow.getTarget()));
    }

    /** The ids of the steps from which flows lead to this one. */
    Stream<String> allBefore(String id) {
        var node = nodes.get(id);
        return flows(node)
                .filter(flow -> node.equals(flow.getTarget()) && flow.getSource() != null)
                .map(flow -> id(flow.getSource()));
    }

    private static Stream<SequenceFlow> flows(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream();
    }

    String group(String id) {
        return Optional.ofNullable(attributes(id).get("candidateGroups")).orElse("–");
    }

    String lane(String id) {
        var lanes = elements.get(id).getOwnerDocument().getElementsByTagNameNS("*", "lane");
        return IntStream.range(0, lanes.getLength())
                .mapToObj(lanes::item)
                .map(Element.class::cast)
                .filter(lane -> children(lane)
                        .anyMatch(child -> "flowNodeRef".equals(child.getLocalName())
                                && nodes.get(id)
                                        .getId()
                                        .equals(child.getTextContent().strip())))
                .map(lane -> lane.getAttribute("name").replaceAll("\\s+", " "))
                .findFirst()
                .orElse("–");
    }

    /** The attributes that have no sentence of their own. */
    Map<String, String> settings(String id) {
        var settings = attributes(id);
        settings.keySet().removeAll(TOLD);
        return settings;
    }

    private Map<String, String> attributes(String id) {
        var attributes = elements.get(id).getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .collect(Collectors.toMap(
                        attribute ->
                                attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName(),
                        attribute -> attribute.getNodeValue(),
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** What is written below the step, without the steps within it. */
    String details(String id) {
        return children(elements.get(id)).map(this::text).collect(Collectors.joining());
    }

    private String text(Element element) {
        if (NOT_COMPARED.contains(element.getLocalName())
                || nodes.containsKey(element.getAttribute("id"))
                || "sequenceFlow".equals(element.getLocalName())) {
            return "";
        }
        var attributes = element.getAttributes();
        var written = IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !"id".equals(attribute.getNodeName())
                        && !attribute.getNodeName().startsWith("xmlns"))
                .map(attribute -> attribute.getNodeName() + "=" + attribute.getNodeValue())
                .sorted()
                .collect(Collectors.joining(" "));
        var inner = children(element).map(this::text).collect(Collectors.joining());
        return "<" + element.getLocalName() + " " + written + ">"
                + (inner.isEmpty() ? element.getTextContent().strip() : inner);
    }

    private static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
