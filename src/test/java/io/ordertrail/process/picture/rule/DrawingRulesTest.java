package io.ordertrail.process.picture.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ordertrail.process.picture.Diagrams;
import io.ordertrail.process.picture.page.Point;

/** The product's own diagrams keep the rules of drawing, and a readable diagram that is broken in one way breaks one rule. */
class DrawingRulesTest {

    private final BpmnModelInstance diagram = Diagrams.sample("readable");

    static Stream<Path> own() {
        return Diagrams.own(".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("own")
    void the_products_own_diagrams_are_readable(Path file) {
        assertThat(DrawingRules.findings(Diagrams.read(file))).isEmpty();
    }

    @Test
    void a_readable_diagram_breaks_no_rule() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_page_has_thirty_nodes_and_no_more() {
        addTasks(22);
        assertThat(findings()).isEmpty();
        addTasks(1);
        assertThat(findings())
                .containsExactly(new Finding(DrawingRule.AT_MOST_THIRTY_NODES, "readableProcess", "Readable", "31"));
    }

    @Test
    void no_flow_crosses_another() {
        lead("reviewOrder_to_orderRejected", 420, 80, 450, 80, 450, 360, 580, 360, 580, 80, 536, 80);
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        new Finding(
                                DrawingRule.NO_CROSSING_FLOWS,
                                "reviewOrder_to_orderRejected",
                                "Review order → Order rejected",
                                "Reserve stock → Order confirmed"),
                        new Finding(
                                DrawingRule.NO_CROSSING_FLOWS,
                                "reviewOrder_to_orderRejected",
                                "Review order → Order rejected",
                                "Stock lost → Order cancelled"));
    }

    @Test
    void no_flow_runs_through_a_node() {
        lead("reviewOrder_to_orderRejected", 400, 120, 400, 280, 580, 280, 580, 80, 536, 80);
        assertThat(findings())
                .containsExactly(new Finding(
                        DrawingRule.NO_FLOW_THROUGH_A_NODE,
                        "reviewOrder_to_orderRejected",
                        "Review order → Order rejected",
                        "Reserve stock"));
    }

    @Test
    void a_flow_may_leave_through_the_step_on_whose_edge_its_event_is_drawn() {
        lead("stockLost_to_orderCancelled", 386, 240, 400, 240, 400, 232, 450, 232, 450, 310, 500, 310);
        assertThat(findings()).isEmpty();
    }

    @Test
    void no_node_overlaps_another() {
        move("orderRejected", 400, 62);
        assertThat(findings())
                .containsExactly(
                        new Finding(DrawingRule.NO_OVERLAPPING_NODES, "reviewOrder", "Review order", "Order rejected"));
    }

    @Test
    void no_node_covers_a_label() {
        moveLabel("orderConfirmed", 330, 170);
        assertThat(findings())
                .containsExactly(new Finding(
                        DrawingRule.NO_COVERED_LABEL, "orderConfirmed", "Order confirmed", "Reserve stock"));
    }

    @Test
    void no_label_covers_another() {
        moveLabel("orderCancelled", 485, 225);
        assertThat(findings())
                .containsExactly(new Finding(
                        DrawingRule.NO_COVERED_LABEL, "orderCancelled", "Order cancelled", "Order confirmed"));
    }

    @Test
    void no_flow_runs_through_the_label_of_something_else() {
        moveLabel("anythingToReview_to_reviewOrder", 150, 193);
        assertThat(findings())
                .containsExactly(new Finding(
                        DrawingRule.NO_COVERED_LABEL,
                        "anythingToReview_to_reviewOrder",
                        "Anything to review? → Review order",
                        "Order entered → Anything to review?"));
    }

    @Test
    void a_flow_may_run_through_its_own_label() {
        moveLabel("anythingToReview_to_reviewOrder", 215, 120);
        assertThat(findings()).isEmpty();
    }

    @Test
    void pages_of_sub_processes_keep_the_rules_too() {
        var every = Diagrams.sample("every-shape");
        var place = this.<BpmnShape>element(every, "shortageResolvedShape").getBounds();
        assertThat(DrawingRules.findings(every)).extracting(Finding::element).doesNotContain("shortageFound");
        place.setX(110);
        assertThat(DrawingRules.findings(every))
                .contains(new Finding(
                        DrawingRule.NO_OVERLAPPING_NODES, "shortageFound", "Shortage found", "Shortage resolved"));
    }

    private List<Finding> findings() {
        return DrawingRules.findings(diagram);
    }

    private void move(String id, double x, double y) {
        place(this.<BpmnShape>element(diagram, id + "_di").getBounds(), x, y);
    }

    private void moveLabel(String id, double x, double y) {
        place(
                element(diagram, id + "_di")
                        .getChildElementsByType(BpmnLabel.class)
                        .iterator()
                        .next()
                        .getBounds(),
                x,
                y);
    }

    private static void place(Bounds bounds, double x, double y) {
        bounds.setX(x);
        bounds.setY(y);
    }

    private void lead(String id, double... coordinates) {
        BpmnEdge edge = element(diagram, id + "_di");
        edge.getWaypoints().clear();
        IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
                .forEach(point -> {
                    var waypoint = diagram.newInstance(Waypoint.class);
                    waypoint.setX(point.x());
                    waypoint.setY(point.y());
                    edge.getWaypoints().add(waypoint);
                });
    }

    private void addTasks(int count) {
        BpmnPlane plane = element(diagram, "readablePlane");
        var x = 1000 + 200 * plane.getDiagramElements().size();
        IntStream.range(0, count).forEach(i -> plane.getDiagramElements().add(shape(newTask(), x + 200 * i)));
    }

    private Task newTask() {
        var task = diagram.newInstance(Task.class);
        this.<Process>element(diagram, "readableProcess").getFlowElements().add(task);
        return task;
    }

    private BpmnShape shape(BaseElement element, double x) {
        var shape = diagram.newInstance(BpmnShape.class);
        shape.setBpmnElement(element);
        var bounds = diagram.newInstance(Bounds.class);
        place(bounds, x, 0);
        bounds.setWidth(100);
        bounds.setHeight(80);
        shape.setBounds(bounds);
        return shape;
    }

    @SuppressWarnings("unchecked")
    private <T extends ModelElementInstance> T element(BpmnModelInstance model, String id) {
        return (T) model.getModelElementById(id);
    }
}
