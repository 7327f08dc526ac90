package io.ordertrail.process.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import io.ordertrail.process.picture.page.DiagramPage;
import io.ordertrail.process.picture.page.Drawn;

/** Draws a diagram on which each kind of element stands once. */
class ProcessPictureTest {

    private final BpmnModelInstance diagram = Diagrams.sample("every-shape");
    private final List<DiagramPage> pages = DiagramPage.of(diagram);
    private final Document picture = read(new ProcessPicture(pages.get(0)).svg());

    @Test
    void every_element_of_the_page_is_drawn_once_and_found_by_its_id() {
        var ids = pages.get(0).parts().map(Drawn::id).toList();
        assertThat(ids).hasSizeGreaterThan(60);
        assertThat(found("//*[@data-element]").stream().map(element -> element.getAttribute("data-element")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void nothing_is_drawn_as_an_empty_group() {
        assertThat(found("//*[@data-element][not(*)]")).isEmpty();
    }

    @Test
    void a_collapsed_sub_process_has_a_page_of_its_own() {
        assertThat(pages).extracting(DiagramPage::name).containsExactly("Every shape", "Resolve shortage");
        assertThat(new ProcessPicture(pages.get(1)).svg())
                .contains("data-element=\"shortageFound\"")
                .doesNotContain("data-element=\"resolveShortage\"");
    }

    @Test
    void it_describes_itself_to_people_who_do_not_see_it() {
        var root = picture.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(text(byId(root.getAttribute("aria-labelledby")))).isEqualTo("Every shape");
        assertThat(text(byId(root.getAttribute("aria-describedby")))).contains("Plain step", "How was it decided?");
    }

    @ParameterizedTest
    @CsvSource({
        "startShown, start_none, 0, 1",
        "message is open, start_message, 1, 1",
        "message in between, catch_message, 1, 2",
        "end, end_none, 0, 1",
        "interrupting, overdue, 1, 2",
        "not interrupting, reminder, 1, 2"
    })
    void events_have_their_rings_and_icons(String what, String id, int icons, int rings) {
        assertThat(in(id, "//*[contains(@class, 'icon')]")).as(what).hasSize(icons);
        assertThat(in(id, "//*[name() = 'circle']")).as(what).hasSize(rings);
    }

    @Test
    void what_is_thrown_is_filled_and_what_is_caught_is_not() {
        assertThat(in("throw_message", "/*[@class = 'icon filled']")).hasSize(1);
        assertThat(in("catch_message", "/*[@class = 'icon filled']")).isEmpty();
        assertThat(in("sendTaskShown", "/*[@class = 'icon filled']")).hasSize(1);
        assertThat(in("receiveTaskShown", "/*[@class = 'icon']")).hasSize(1);
    }

    @Test
    void events_that_do_not_interrupt_are_dashed() {
        assertThat(found("//*[contains(@class, 'dashed')]/..").stream()
                        .map(element -> element.getAttribute("data-element")))
                .containsExactlyInAnyOrder("reminder", "cancellationRequested");
    }

    @ParameterizedTest
    @CsvSource({
        "callShown, 2",
        "sequentialShown, 1",
        "compensationShown, 1",
        "resolveShortage, 1",
        "openShown, 0",
        "cancellation, 0",
        "userTaskShown, 0"
    })
    void steps_carry_marks_for_what_they_stand_for(String id, int marks) {
        assertThat(in(id, "/*[@class = 'marker']")).hasSize(marks);
    }

    @Test
    void what_is_done_side_by_side_is_marked_by_upright_strokes_and_what_is_done_in_sequence_by_level_ones() {
        assertThat(in("callShown", "/*[@class = 'marker']").get(0).getAttribute("d"))
                .contains("V")
                .doesNotContain("H");
        assertThat(in("sequentialShown", "/*[@class = 'marker']").get(0).getAttribute("d"))
                .contains("H")
                .doesNotContain("V");
    }

    @Test
    void sub_processes_that_an_event_starts_can_be_told_from_others() {
        assertThat(in("cancellation", "[contains(@class, 'triggered')]")).hasSize(1);
        assertThat(in("openShown", "[contains(@class, 'triggered')]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "byDefault, slash",
        "conditional, head open",
        "told, head open",
        "note_to_complex, barbs",
        "quiet_to_chooses, head"
    })
    void flows_end_as_the_notation_has_it(String id, String mark) {
        assertThat(in(id, "/*[@class = '" + mark + "']")).isNotEmpty();
    }

    @Test
    void a_condition_behind_a_gateway_needs_no_mark() {
        assertThat(in("byCondition", "/*[@class = 'head open']")).isEmpty();
    }

    @Test
    void an_exclusive_gateway_has_a_cross_where_the_diagram_asks_for_it() {
        assertThat(in("exclusiveGatewayShown", "/*[@class = 'mark']")).hasSize(1);
        assertThat(in("quietShown", "/*[@class = 'mark']")).isEmpty();
    }

    @Test
    void a_label_stands_centred_where_the_diagram_puts_it() {
        var lines = found("//*[@data-label-of = 'byCondition']/*");
        assertThat(lines).extracting(Element::getTextContent).containsExactly("Sent back &", "<corrected>");
        assertThat(lines).allSatisfy(line -> assertThat(line.getAttribute("x")).isEqualTo("235"));
        assertThat(Double.parseDouble(lines.get(0).getAttribute("y"))).isBetween(436.0, 450.0);
    }

    @Test
    void a_label_without_a_place_stands_below_its_shape() {
        var label = found("//*[@data-label-of = 'start_none']/*").get(0);
        assertThat(label.getAttribute("x")).isEqualTo("118");
        assertThat(Double.parseDouble(label.getAttribute("y"))).isBetween(346.0, 366.0);
    }

    @Test
    void the_picture_is_as_large_as_what_is_drawn() {
        assertThat(picture.getDocumentElement().getAttribute("viewBox")).isEqualTo("8 -72 1194 744");
    }

    private List<Element> in(String id, String path) {
        return found("//*[@data-element = '" + id + "']" + path);
    }

    private Element byId(String id) {
        return found("//*[@id = '" + id + "']").get(0);
    }

    private static String text(Element element) {
        return element.getTextContent();
    }

    private List<Element> found(String path) {
        try {
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, picture, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .toList();
        } catch (Exception e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Document read(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException("No XML: " + svg, e);
        }
    }
}
