package io.ordertrail.process.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.process.check.ShippedFiles;
import io.ordertrail.process.file.ProcessFiles;

/** Synthetic orders find what only an order on its way can find. */
class TrialTest {

    private static final String ORDER = "order-fulfilment.bpmn";

    @Test
    void orders_and_purchases_take_every_flow_of_the_diagrams_of_the_product() {
        assertThat(tried(ShippedFiles.all())).isEmpty();
    }

    @Test
    void a_step_before_the_one_that_provides_what_it_reads_is_refused() {
        var wrong = ShippedFiles.with(ORDER, "${checkOrderDelegate}", "${recordReviewDelegate}");
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.element()).isEqualTo("checkOrder");
            assertThat(finding.sentence()).contains("reads reviewDecision");
        });
    }

    @Test
    void a_condition_on_a_fact_that_is_not_known_there_yet_is_refused() {
        var wrong = ShippedFiles.with(ORDER, "${holdsFound}", "${everythingSent}");
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.element()).isEqualTo("anythingToReview");
        });
    }

    @Test
    void a_due_date_that_is_none_is_refused() {
        var wrong = ShippedFiles.with(ORDER, "${deadlines.dueIn(&#39;reviewOrder&#39;)}", "tomorrow");
        assertThat(tried(wrong))
                .singleElement()
                .satisfies(finding -> assertThat(finding.element()).isEqualTo("reviewOrder"));
    }

    @Test
    void a_diagram_that_the_engine_cannot_read_is_refused_at_the_element() {
        var wrong = ShippedFiles.with(ORDER, "default=\"howReviewed_to_correctOrder\"", "default=\"nowhere\"");
        assertThat(tried(wrong)).anySatisfy(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.element()).isEqualTo("howReviewed");
        });
    }

    @Test
    @Tag("nightly") // walks a hundred orders in vain
    void a_flow_that_no_order_can_take_is_a_warning() {
        var wrong = ShippedFiles.with(ORDER, "${reviewDecision == 'reject'}", "${reviewDecision == 'writeOff'}");
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.element()).isEqualTo("howReviewed_to_orderRejected");
        });
    }

    @Test
    void an_order_that_has_ended_and_goes_on_is_refused() {
        var wrong = ShippedFiles.with(
                ORDER,
                "<bpmn:startEvent id=\"cancellationRequested\"",
                "<bpmn:startEvent id=\"cancellationRequested\" isInterrupting=\"false\"");
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.sentence()).contains("had ended already");
        });
    }

    @Test
    void a_state_after_the_last_one_is_refused() {
        var wrong = ShippedFiles.with(ORDER, "value=\"IN_CORRECTION\"", "value=\"REJECTED\"");
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("correctOrder");
            assertThat(finding.sentence()).contains("had ended already");
        });
    }

    @Test
    @Tag("nightly") // walks a hundred orders in vain
    void a_receipt_that_nobody_can_confirm_yet_moves_no_order() {
        var wrong = ShippedFiles.with(
                ORDER, "messageRef=\"goodsArrivedMessage\"", "messageRef=\"receiptConfirmedMessage\"");
        assertThat(tried(wrong)).extracting(ProcessFinding::element).contains("waitForStock_to_goodsReserved");
    }

    @Test
    void files_that_the_engine_does_not_take_are_refused() {
        var wrong = ShippedFiles.all();
        wrong.put("again.dmn", wrong.get("order-checks.dmn"));
        assertThat(tried(wrong)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.sentence()).contains("does not take");
        });
    }

    private static List<ProcessFinding> tried(Map<String, byte[]> files) {
        return Trial.findings(ProcessFiles.of(files));
    }
}
