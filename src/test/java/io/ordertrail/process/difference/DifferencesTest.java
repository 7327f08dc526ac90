package io.ordertrail.process.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

import io.ordertrail.process.check.ShippedFiles;

/** The difference of two bundles is told in words. */
class DifferencesTest {

    private static final String ORDER = "order-fulfilment.bpmn";
    private static final String DEADLINES = "deadlines.properties";

    private final Map<String, byte[]> shipped = files(ShippedFiles.all());

    @BeforeEach
    void the_reader_reads_english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void no_language_is_left() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void equal_files_differ_in_nothing() {
        assertThat(told(shipped)).isEmpty();
    }

    @Test
    void a_task_between_two_steps_is_told_once_and_without_its_flows() {
        var flow = "<bpmn:sequenceFlow id=\"reviewOrder_to_recordReview\" sourceRef=\"reviewOrder\""
                + " targetRef=\"recordReview\" />";
        var between = "<bpmn:userTask id=\"callCustomer\" name=\"Call customer\" camunda:candidateGroups=\"sales\" />"
                + "<bpmn:sequenceFlow id=\"a\" sourceRef=\"reviewOrder\" targetRef=\"callCustomer\" />"
                + "<bpmn:sequenceFlow id=\"b\" sourceRef=\"callCustomer\" targetRef=\"recordReview\" />";
        assertThat(told(with(ORDER, flow, between))).containsExactly("Task “Call customer” added after “Review order”");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        order-fulfilment.bpmn | name="Review order" | name="Look at order" | “Review order” renamed to “Look at order”
        order-fulfilment.bpmn | candidateGroups="order-review" | candidateGroups="sales" | Task “Review order” moved from the group order-review to sales
        order-fulfilment.bpmn | ${checkOrderDelegate} | ${confirmOrderDelegate} | “Check order”: delegateExpression changed from ${checkOrderDelegate} to ${confirmOrderDelegate}
        order-fulfilment.bpmn | ${holdsFound} | ${!holdsFound} | Condition from “Anything to review?” to “Review order” changed from ${holdsFound} to ${!holdsFound}
        order-checks.dmn | &gt; 5000 | &gt; 3000 | Table “Order checks”, rule 6: orderTotal > 5000 became > 3000
        deadlines.properties | reviewOrder=PT4H | reviewOrder=PT8H | Deadline of “Review order”: 4 h became 8 h
        deadlines.properties | otherwise=P1D | otherwise=P2D | Deadline of all other steps: 1 d became 2 d
        deadlines.properties | reviewOrder=PT4H | shipParcel=PT36H | Deadline of “Ship parcel” added: 1 d 12 h
        review-order.form | "key": "reviewReason" | "key": "remark" | Field “remark” added to form review-order
        order-fulfilment.bpmn | <bpmn:documentation> | <bpmn:documentation>New: | File “order-fulfilment.bpmn” changed in its drawing, notes or layout alone
        """)
    void a_change_is_told(String file, String before, String after, String sentence) {
        assertThat(told(with(file, before, after))).contains(sentence);
    }

    @Test
    void a_step_that_was_drawn_anew_goes_on_under_its_new_id() {
        var anew = text(ORDER).replace("\"reviewOrder\"", "\"Activity_1\"").replace(">reviewOrder<", ">Activity_1<");
        var files = new TreeMap<>(shipped);
        files.put(ORDER, anew.getBytes(StandardCharsets.UTF_8));
        assertThat(told(files))
                .containsExactly("“Review order” has the id Activity_1 instead of reviewOrder; its figures go on");
        assertThat(SameSteps.between(shipped.get(ORDER), files.get(ORDER)))
                .containsExactly(Map.entry("reviewOrder", "Activity_1"));
    }

    @Test
    void a_step_with_another_id_and_name_goes_on_when_it_does_the_same_work() {
        var anew = text(ORDER)
                .replace("\"checkOrder\"", "\"Activity_2\"")
                .replace(">checkOrder<", ">Activity_2<")
                .replace("name=\"Check order\"", "name=\"Look for anything to review\"")
                .replace("\"checkOrder_to_", "\"Flow_");
        assertThat(SameSteps.between(shipped.get(ORDER), anew.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("checkOrder", "Activity_2")
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        (former, later) -> assertThat(List.of("checkOrder", "checkOrder_to_", "Activity_2", "Flow_"))
                                .anyMatch(former::startsWith)
                                .anyMatch(later::startsWith));
    }

    @Test
    void another_task_in_the_place_of_a_step_does_not_go_on_with_its_figures() {
        var other = text(ORDER)
                .replace("\"reviewOrder\"", "\"callCustomer\"")
                .replace(">reviewOrder<", ">callCustomer<")
                .replace("name=\"Review order\"", "name=\"Call customer\"")
                .replaceFirst("camunda:formRef=\"review-order\"", "camunda:formRef=\"call-customer\"");
        assertThat(SameSteps.between(shipped.get(ORDER), other.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_rule_that_is_added_or_removed_is_told_with_its_conditions() {
        var table = text("order-checks.dmn");
        var start = table.indexOf("<rule id=\"largeFirstOrder\"");
        var rule = table.substring(start, table.indexOf("</rule>", start) + "</rule>".length());
        var more = with(
                "order-checks.dmn",
                rule,
                rule + rule.replace("largeFirstOrder", "more").replace("5000", "9000"));
        assertThat(told(more))
                .singleElement()
                .asString()
                .startsWith("Table “Order checks”: rule 7 added:")
                .contains("orderTotal > 9000");
        assertThat(Differences.between(more, shipped))
                .singleElement()
                .extracting(Difference::sentence)
                .asString()
                .startsWith("Table “Order checks”: rule 7 removed:");
    }

    @Test
    void files_that_come_or_go_are_told() {
        var without = new TreeMap<>(shipped);
        without.remove("review-order.form");
        assertThat(told(without)).containsExactly("File “review-order.form” removed");
        assertThat(Differences.between(without, shipped))
                .extracting(Difference::sentence)
                .containsExactly("File “review-order.form” added");
    }

    @Test
    void the_reader_reads_their_own_language() {
        LocaleContextHolder.setLocale(Locale.TRADITIONAL_CHINESE);
        assertThat(told(with(DEADLINES, "PT4H", "PT8H"))).containsExactly("「Review order」的期限由 4 小時 改為 8 小時");
    }

    private List<String> told(Map<String, byte[]> after) {
        return Differences.between(shipped, after).stream()
                .map(Difference::sentence)
                .toList();
    }

    private Map<String, byte[]> with(String file, String before, String after) {
        assertThat(text(file)).contains(before);
        var changed = new TreeMap<>(shipped);
        changed.put(
                file,
                text(file)
                        .replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after))
                        .getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private String text(String file) {
        return new String(shipped.get(file), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(Map<String, byte[]> shipped) {
        shipped.put(DEADLINES, "otherwise=P1D\nreviewOrder=PT4H\n".getBytes(StandardCharsets.UTF_8));
        return shipped;
    }
}
