package io.ordertrail.journey;

import static io.ordertrail.order.book.OrderState.IN_CORRECTION;
import static io.ordertrail.order.book.OrderState.IN_REVIEW;
import static io.ordertrail.process.engine.OrderFulfilment.Element.CORRECT_ORDER;
import static io.ordertrail.process.engine.OrderFulfilment.Element.PICK_AND_PACK;
import static io.ordertrail.process.engine.OrderFulfilment.Element.REVIEW_ORDER;
import static io.ordertrail.process.engine.OrderFulfilment.Element.SHIP_PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.shipment.Parcels;

/**
 * The Big List of Naughty Strings in the forms of tasks: each string is stored unchanged or refused with a sentence.
 */
@JourneyTest
@Tag("database")
class NaughtyFormsTest {

    private static final int STRINGS_PER_ORDER = 40;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    OrderEvents events;

    @Autowired
    Parcels parcels;

    private List<String> strings;

    @BeforeEach
    void read() throws IOException {
        strings = HostileStrings.read();
    }

    @Test
    void strings_as_the_reason_of_a_decision() {
        OrderNumber number = null;
        var kept = 0;
        for (var i = 0; i < strings.size(); i++) {
            if (i % STRINGS_PER_ORDER == 0) {
                number = heldOrder();
            }
            if (keptAsReason(number, strings.get(i))) {
                kept++;
                desk.complete(number, CORRECT_ORDER, "correctionDecision", "resubmit");
                assertThat(desk.state(number)).isEqualTo(IN_REVIEW);
            }
        }
        assertThat(kept).as("most of them are plain text").isGreaterThan(strings.size() * 4 / 5);
    }

    /** When it is sent back, the order is held again, so one order takes many strings. */
    private boolean keptAsReason(OrderNumber number, String naughty) {
        var before = notes(number);
        var refused = catchThrowable(
                () -> desk.complete(number, REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", naughty));
        if (refused != null) {
            assertSaid(refused, naughty);
            assertThat(desk.state(number)).as(naughty).isEqualTo(IN_REVIEW);
            assertThat(notes(number)).as(naughty).isEqualTo(before);
            return false;
        }
        assertThat(desk.state(number)).isEqualTo(IN_CORRECTION);
        assertThat(notes(number).subList(before.size(), notes(number).size()))
                .as(naughty)
                .contains(naughty);
        return true;
    }

    @Test
    void strings_as_a_tracking_number() {
        OrderNumber number = null;
        for (var naughty : strings) {
            if (number == null) {
                number = packedOrder();
            }
            var order = number;
            var refused = catchThrowable(
                    () -> desk.complete(order, SHIP_PARCEL, "carrier", "DHL", "trackingNumber", naughty));
            if (refused == null) {
                assertThat(naughty).matches("[A-Za-z0-9-]{4,40}");
                assertThat(parcels.shipped(order))
                        .singleElement()
                        .satisfies(shipment ->
                                assertThat(shipment.trackingNumber()).isEqualTo(naughty));
                number = null;
            } else {
                assertSaid(refused, naughty);
                assertThat(desk.task(order, SHIP_PARCEL)).as(naughty).isNotNull();
            }
        }
    }

    private static void assertSaid(Throwable refused, String naughty) {
        assertThat(NestedExceptionUtils.getMostSpecificCause(refused))
                .as(naughty)
                .isInstanceOf(Refusal.class);
    }

    private OrderNumber heldOrder() {
        var line = new NewOrder.Line(company.product(5), 1, new BigDecimal("5"), null);
        return enterOrder.enter(TestCompany.order(company.customer(), TestCompany.BERLIN, List.of(line)));
    }

    private OrderNumber packedOrder() {
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
        desk.complete(number, PICK_AND_PACK);
        return number;
    }

    private List<String> notes(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .map(event -> event.note())
                .toList();
    }
}
