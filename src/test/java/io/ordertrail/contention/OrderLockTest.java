package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvent;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ConfirmReceipt;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/**
 * Two changes of one order at the same time, by people, timers, carriers or receipts: each sees the result of the one
 * before.
 */
@JourneyTest
@Tag("race")
class OrderLockTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently together;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    ConfirmReceipt confirmReceipt;

    @Autowired
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    BookStock bookStock;

    @Autowired
    OrderEvents events;

    private String lamp;

    @Test
    void of_two_completions_of_one_task_the_second_learns_that_it_is_gone() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = entered(2, 2, ShortagePolicy.ASK);
            var task = desk.task(number, Element.PICK_AND_PACK);
            Runnable pick = () -> desk.complete(task);

            assertThat(together.both(pick, pick)).containsExactlyInAnyOrder(true, false);
            assertThat(states(number)).containsOnlyOnce(OrderState.IN_FULFILMENT);
        }
    }

    @Test
    void a_cancellation_and_the_end_of_picking_are_consistent() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = entered(2, 2, ShortagePolicy.ASK);
            var task = desk.task(number, Element.PICK_AND_PACK);

            together.both(() -> cancelOrder.cancel(number, new Cancellation("too late?")), () -> desk.complete(task));

            assertThat(desk.state(number))
                    .as("what is not shipped can be cancelled, picked or not")
                    .isEqualTo(OrderState.CANCELLED);
            assertThat(desk.isEnded(number)).isTrue();
            assertThat(desk.available(lamp)).isEqualTo(2);
        }
    }

    @Test
    void a_confirmed_receipt_and_the_receipt_timer_at_the_same_time_are_one_receipt() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = shipped();
            reportDelivery.report(number);
            var silence = desk.timerJob(number, Element.RECEIPT_BY_SILENCE);

            together.both(() -> confirmReceipt.confirm(number), () -> together.executeDueJob(silence));

            assertThat(states(number)).containsOnlyOnce(OrderState.RECEIVED);
            assertThat(desk.isEnded(number)).isTrue();
        }
    }

    @Test
    void a_delivery_reported_by_carrier_and_staff_is_one_delivery() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = shipped();
            var update = new CarrierUpdate("lock-" + number, CarrierUpdate.DELIVERED, Instant.now());

            together.both(
                    () -> reportDelivery.report(number), () -> recordCarrierUpdate.record("LOCK-" + number, update));

            assertThat(states(number)).containsOnlyOnce(OrderState.DELIVERED);
        }
    }

    @Test
    void goods_that_arrive_when_the_waiting_timer_fires_are_not_missed() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = entered(0, 1, ShortagePolicy.WAIT);

            var patience = desk.timerJob(number, Element.STOCK_WAITED_TOO_LONG);

            together.both(() -> arrive(1), () -> together.executeDueJob(patience));

            assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
            assertThat(desk.task(number, Element.PICK_AND_PACK)).isNotNull();
        }
    }

    @Test
    void goods_that_arrive_for_a_cancelled_order_go_to_others() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = entered(0, 1, ShortagePolicy.WAIT);

            together.both(() -> arrive(1), () -> cancelOrder.cancel(number, new Cancellation("no longer needed")));

            assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
            assertThat(desk.available(lamp)).isEqualTo(1);
        }
    }

    @Test
    void goods_lost_during_packing_are_not_in_the_parcel() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = entered(2, 2, ShortagePolicy.ASK);
            var task = desk.task(number, Element.PICK_AND_PACK);

            var done = together.both(() -> desk.complete(task), () -> company.lose(lamp, "VIE", 1));

            assertThat(done).as("one of them finds that the other was first").containsExactlyInAnyOrder(true, false);
            assertThat(desk.state(number))
                    .isEqualTo(done.get(0) ? OrderState.IN_FULFILMENT : OrderState.WAITING_FOR_STOCK);
            assertThat(desk.onHand(lamp)).isEqualTo(done.get(0) ? 2 : 1);
        }
    }

    @Test
    void changes_of_two_parcels_of_one_order_run_one_after_the_other() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = split();
            for (var step : new String[][] {{Element.PICK_AND_PACK}, {Element.SHIP_PARCEL, "carrier", "DHL"}}) {
                var vienna = desk.task(number, "VIE", step[0]);
                var rotterdam = desk.task(number, "ROT", step[0]);
                assertThat(together.both(
                                () -> end(vienna, "V-" + number, step), () -> end(rotterdam, "R-" + number, step)))
                        .containsExactly(true, true);
            }
            assertThat(states(number)).containsOnlyOnce(OrderState.PARTLY_SHIPPED, OrderState.SHIPPED);

            together.both(
                    () -> recordCarrierUpdate.record(
                            "V-" + number, new CarrierUpdate("v-" + number, CarrierUpdate.DELIVERED, Instant.now())),
                    () -> recordCarrierUpdate.record(
                            "R-" + number, new CarrierUpdate("r-" + number, CarrierUpdate.DELIVERED, Instant.now())));
            assertThat(states(number)).containsOnlyOnce(OrderState.PARTLY_DELIVERED, OrderState.DELIVERED);
        }
    }

    @Test
    void of_a_cancellation_and_a_shipment_at_the_same_time_one_wins() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = split();
            desk.complete(desk.task(number, "VIE", Element.PICK_AND_PACK));
            var parcel = desk.task(number, "VIE", Element.SHIP_PARCEL);

            var done = together.both(
                    () -> cancelOrder.cancel(number, new Cancellation("too late?")),
                    () -> end(parcel, "V-" + number, Element.SHIP_PARCEL, "carrier", "DHL"));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(desk.state(number)).isEqualTo(done.get(0) ? OrderState.CANCELLED : OrderState.PARTLY_SHIPPED);
            assertThat(desk.isEnded(number)).isEqualTo(done.get(0));
        }
    }

    private void end(Task task, String trackingNumber, String... step) {
        if (step[0].equals(Element.SHIP_PARCEL)) {
            desk.complete(task, step[1], step[2], "trackingNumber", trackingNumber);
        } else {
            desk.complete(task);
        }
    }

    private OrderNumber split() {
        lamp = company.product(1);
        company.receive(lamp, "ROT", 1);
        return enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(),
                null,
                null,
                true,
                null,
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(lamp, 2, null, null))));
    }

    private OrderNumber entered(int onHand, int wanted, ShortagePolicy shortagePolicy) {
        lamp = company.product(onHand);
        return enterOrder.enter(TestCompany.order(company.customer(shortagePolicy), Map.of(lamp, wanted)));
    }

    private OrderNumber shipped() {
        var number = entered(2, 2, ShortagePolicy.ASK);
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "LOCK-" + number);
        return number;
    }

    private void arrive(int quantity) {
        bookStock.book(new Booking(null, lamp, "VIE", quantity, Kind.RECEIPT, null));
    }

    private List<OrderState> states(OrderNumber number) {
        return events.findByOrderNumberOrderByAtAscIdAsc(number).stream()
                .filter(event -> event.toState() != null)
                .map(OrderEvent::toState)
                .toList();
    }
}
