package io.ordertrail.order.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;

/** Events within one second keep their sequence. */
@JourneyTest
@Tag("database")
class TimelineOfAMomentTest {

    /** More than the block of ids that is allocated at once. */
    private static final int MANY = 250;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Timeline timeline;

    @Autowired
    OrderEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void events_within_a_second_are_read_in_the_sequence_in_which_they_happened() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 1)));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        IntStream.range(0, MANY).forEach(i -> timeline.note(number, "corrected", String.valueOf(i))));
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .filteredOn(event -> event.what().equals("corrected"))
                .extracting(OrderEvent::note)
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj(String::valueOf).toList());
    }
}
