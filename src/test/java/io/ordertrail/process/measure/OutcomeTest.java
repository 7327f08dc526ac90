package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.ordertrail.process.measure.MeasuredSpan.Ended;

/** At which end event an instance ended. */
class OutcomeTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void the_end_event_counts_that_the_engine_names() {
        assertThat(outcome("received", visit("goodsReserved", "noneEndEvent"), visit("received", "noneEndEvent")))
                .isEqualTo("received");
    }

    @Test
    void of_an_event_sub_process_that_the_engine_names_its_last_end_event_counts() {
        assertThat(outcome(
                        "cancellation",
                        visit("goodsReserved", "noneEndEvent"),
                        visit("releaseReservedStock", "serviceTask"),
                        visit("orderCancelledOnRequest", "noneEndEvent")))
                .isEqualTo("orderCancelledOnRequest");
    }

    @Test
    void an_instance_that_somebody_deleted_ended_at_none() {
        assertThat(outcome(null, visit("goodsReserved", "noneEndEvent"), visit("pickAndPack", "userTask")))
                .isNull();
    }

    private static String outcome(String named, StepVisit... path) {
        var run = new InstanceRun("1", "order", 1, "A-1", AT, AT, 0, named);
        return new Ended(run, LocalDate.EPOCH, List.of(path), Set.of()).outcome();
    }

    private static StepVisit visit(String element, String type) {
        return new StepVisit(element, "1", "order", "order:1", 1, element, type, "1", AT, AT, null, 0, 0);
    }
}
