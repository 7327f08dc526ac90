package io.ordertrail.process.picture.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** One page of a diagram. Its subject is what the page shows: a collaboration, a process or a collapsed sub-process. */
public record DiagramPage(BaseElement subject, List<DrawnShape> shapes, List<DrawnEdge> edges) {

    /** All pages of a diagram in the sequence of the file; the process's own page comes first. */
    public static List<DiagramPage> of(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnDiagram.class).stream()
                .map(BpmnDiagram::getBpmnPlane)
                .filter(plane -> plane != null && plane.getBpmnElement() != null)
                .map(DiagramPage::of)
                .toList();
    }

    private static DiagramPage of(BpmnPlane plane) {
        return new DiagramPage(
                plane.getBpmnElement(),
                parts(plane, BpmnShape.class)
                        .filter(shape -> shape.getBpmnElement() != null)
                        .map(DrawnShape::of)
                        .toList(),
                parts(plane, BpmnEdge.class)
                        .filter(edge -> edge.getBpmnElement() != null)
                        .map(DrawnEdge::of)
                        .toList());
    }

    private static <T> Stream<T> parts(BpmnPlane plane, Class<T> type) {
        return plane.getDiagramElements().stream().filter(type::isInstance).map(type::cast);
    }

    /** The name of the process or sub-process that the page shows. */
    public String name() {
        return Stream.concat(Stream.of(subject), participants())
                .map(element -> element.getAttributeValue("name"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(subject.getId());
    }

    /** The identifier of the sub-process if the page shows one. */
    public Optional<String> subProcess() {
        return Optional.of(subject).filter(SubProcess.class::isInstance).map(BaseElement::getId);
    }

    /** The steps, events and gateways. */
    public List<DrawnShape> nodes() {
        return shapes.stream().filter(shape -> shape.is(FlowNode.class)).toList();
    }

    public Stream<Drawn> parts() {
        return Stream.concat(shapes.stream(), edges.stream());
    }

    private Stream<Participant> participants() {
        return subject instanceof Collaboration collaboration
                ? collaboration.getParticipants().stream()
                : Stream.empty();
    }
}
