package io.ordertrail.process.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

import io.ordertrail.process.picture.page.Box;
import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.Drawn;
import io.ordertrail.process.picture.page.DrawnEdge;
import io.ordertrail.process.picture.page.DrawnShape;
import io.ordertrail.process.picture.shape.Labels;
import io.ordertrail.process.picture.shape.Shapes;
import io.ordertrail.process.picture.svg.Tag;

/**
 * A page of a diagram as an SVG picture. Each element is a group with the attribute {@code data-element}, on which pages lay figures and colours;
 * the picture has the coordinates of the diagram.
 */
public record ProcessPicture(DiagramPage page) {

    private static final double MARGIN = 12;
    /** What is shown around the place of an order: wide and low like the pages. */
    private static final double BESIDE = 520;

    private static final double ABOVE = 260;

    /** The pictures of all pages of a diagram; the process's own page comes first. */
    public static List<ProcessPicture> of(BpmnModelInstance diagram) {
        return DiagramPage.of(diagram).stream().map(ProcessPicture::new).toList();
    }

    /** The name of the process or sub-process. */
    public String name() {
        return page.name();
    }

    /** The identifier of the sub-process that is shown; empty for the page of the process. */
    public String subProcess() {
        return page.subProcess().orElse("");
    }

    /** The steps, events and gateways on the picture. */
    public List<FlowNode> nodes() {
        return page.nodes().stream()
                .map(Drawn::element)
                .map(FlowNode.class::cast)
                .toList();
    }

    public String svg() {
        return svg(frame(), PictureStyle.CSS, new Marks(Set.of(), Set.of()));
    }

    /** The picture with the path of an order. */
    public String marked(Marks marks) {
        return svg(frame(), PictureStyle.CSS + Marks.CSS, marks);
    }

    /** The surroundings of the place where the order is; the whole picture when it is nowhere on it. */
    public String near(Marks marks) {
        return svg(surroundings(marks.present()), PictureStyle.CSS + Marks.CSS, marks);
    }

    private String svg(Box frame, String style, Marks marks) {
        return root(frame)
                .containing(Stream.of(
                        stating("title", page.name()),
                        stating("desc", namesOfSteps()),
                        Tag.of("style").saying(style),
                        paper()))
                .containing(Stream.of(areas(), edges(), steps(), labels()).map(marks::on))
                .xml();
    }

    private Tag root(Box frame) {
        var size = Stream.of(frame.x(), frame.y(), frame.width(), frame.height())
                .map(Tag::number)
                .collect(Collectors.joining(" "));
        return Tag.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("class", "bpmn")
                .with("viewBox", size)
                .with("width", frame.width())
                .with("height", frame.height())
                .with("role", "img")
                .with("aria-labelledby", id("title"))
                .with("aria-describedby", id("desc"));
    }

    private Tag stating(String tag, String text) {
        return Tag.of(tag).with("id", id(tag)).saying(text);
    }

    private String id(String part) {
        return page.subject().getId() + "-" + part;
    }

    /** What somebody who does not see the picture is told: the names of the steps from left to right. */
    private String namesOfSteps() {
        return page.nodes().stream()
                .sorted(Comparator.comparingDouble(node -> node.box().x()))
                .map(Drawn::name)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceAll("\\s+", " "))
                .collect(Collectors.joining(", "));
    }

    private Tag paper() {
        var frame = frame();
        return Tag.of("rect")
                .with("class", "paper")
                .with("x", frame.x())
                .with("y", frame.y())
                .with("width", frame.width())
                .with("height", frame.height());
    }

    /** Pools, lanes and open sub-processes lie under the flows, larger ones under smaller ones. */
    private Tag areas() {
        return Tag.group(
                "areas",
                page.shapes().stream()
                        .filter(ProcessPicture::isArea)
                        .sorted(Comparator.comparingDouble(
                                shape -> -shape.box().width() * shape.box().height()))
                        .map(Shapes::drawn));
    }

    private Tag edges() {
        return Tag.group("edges", page.edges().stream().map(Shapes::drawn));
    }

    /** Events on the edge of a step lie over the step. */
    private Tag steps() {
        return Tag.group(
                "nodes",
                page.shapes().stream()
                        .filter(shape -> !isArea(shape))
                        .sorted(Comparator.comparing(shape -> shape.is(BoundaryEvent.class)))
                        .map(Shapes::drawn));
    }

    private Tag labels() {
        return Tag.group("labels", page.parts().filter(Labels::has).map(drawn -> {
            var place = Labels.place(drawn);
            return Labels.text(drawn)
                    .centredBelow(place.centre().x(), place.y())
                    .with("data-label-of", drawn.id());
        }));
    }

    private Box surroundings(Set<String> elements) {
        var frame = frame();
        return page.nodes().stream()
                .filter(node -> elements.contains(node.id()))
                .map(DrawnShape::box)
                .reduce(Box::union)
                .map(box -> box.widened(BESIDE, ABOVE).within(frame))
                .orElse(frame);
    }

    private static boolean isArea(DrawnShape shape) {
        return shape.isOpen() || !shape.is(FlowNode.class);
    }

    private Box frame() {
        var points = page.edges().stream()
                .map(DrawnEdge::points)
                .flatMap(line -> line.stream().map(Box::around));
        var labels = page.parts()
                .filter(Labels::has)
                .map(drawn -> Labels.text(drawn)
                        .boxBelow(
                                Labels.place(drawn).centre().x(),
                                Labels.place(drawn).y()));
        return Stream.of(page.shapes().stream().map(DrawnShape::box), points, labels)
                .flatMap(boxes -> boxes)
                .reduce(Box::union)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is drawn on page " + page.name()))
                .inset(-MARGIN);
    }
}
