package io.ordertrail.contention;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.order.fulfilment.ReportDelivery;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.stock.ledger.StockItems;

/**
 * Transactions lock customers before stock and stock before orders, and of each kind all rows together or in one
 * sequence. So a waiting transaction holds nothing that others lock later, and no transaction is retried because of a
 * deadlock.
 */
@JourneyTest
@Tag("race")
class LockOrderTest {

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
    RecordCarrierUpdate recordCarrierUpdate;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    StockItems items;

    private String first;
    private String second;

    @BeforeEach
    void two_products() {
        first = company.product(0);
        second = company.product(0);
    }

    @Test
    void a_cancellation_waits_for_a_receipt_before_it_locks_the_order() {
        var number = entered(first);
        together.interleave(
                () -> lockStock(first),
                () -> cancelOrder.cancel(number, new Cancellation("at once")),
                () -> orders.getLocked(number));
    }

    @Test
    void so_does_the_completion_of_a_task() {
        company.receive(first, "VIE", 1);
        var number = entered(first);
        together.interleave(
                () -> lockStock(first),
                () -> desk.complete(number, Element.PICK_AND_PACK),
                () -> orders.getLocked(number));
    }

    @Test
    void so_does_a_timer() {
        var number = entered(first);
        var patience = desk.timerJob(number, Element.STOCK_WAITED_TOO_LONG);
        together.interleave(
                () -> lockStock(first), () -> together.executeDueJob(patience), () -> orders.getLocked(number));
    }

    @Test
    void so_does_a_delivery_report() {
        var byStaff = shipped();
        together.interleave(
                () -> lockStock(first), () -> reportDelivery.report(byStaff), () -> orders.getLocked(byStaff));
        var byCarrier = shipped();
        var update = new CarrierUpdate("sequence-" + byCarrier, CarrierUpdate.DELIVERED, Instant.now());
        together.interleave(
                () -> lockStock(first),
                () -> recordCarrierUpdate.record("SEQ-" + byCarrier, update),
                () -> orders.getLocked(byCarrier));
    }

    @Test
    void a_loss_locks_all_products_of_the_orders_that_lose_goods() {
        company.receive(first, "VIE", 1);
        company.receive(second, "VIE", 1);
        entered(first, second);
        together.interleave(() -> lockStock(first), () -> company.lose(second, "VIE", 1), () -> lockStock(second));
    }

    @Test
    void backordered_orders_of_one_product_are_locked_in_the_sequence_of_their_numbers() {
        var pair = whoseFirstHasTheHigherNumber(first, first);
        together.interleave(
                () -> orders.getLocked(pair.get(1)),
                () -> company.receive(first, "VIE", 2),
                () -> orders.getLocked(pair.get(0)));
    }

    @Test
    void so_are_backordered_orders_of_several_received_products() {
        company.receive(first, "VIE", 1);
        company.receive(second, "VIE", 1);
        var cancelled = entered(first, second);
        var pair = whoseFirstHasTheHigherNumber(first, second);
        together.interleave(
                () -> orders.getLocked(pair.get(1)),
                () -> cancelOrder.cancel(cancelled, new Cancellation("at once")),
                () -> orders.getLocked(pair.get(0)));
    }

    /**
     * The correction runs the order checks again, and another order of the customer waits for the customer before it
     * locks stock.
     */
    @Test
    void a_correction_waits_for_the_customer_before_it_locks_stock() {
        var number = inCorrection();
        together.interleave(
                () -> lockCustomer(number),
                () -> desk.complete(number, Element.CORRECT_ORDER, "correctionDecision", "resubmit"),
                () -> lockStock(first));
    }

    @Test
    void so_does_the_entry_of_another_order_of_the_customer() {
        var number = entered(first);
        var another = TestCompany.order(orders.get(number).customer(), Map.of(first, 1));
        together.interleave(() -> lockCustomer(number), () -> enterOrder.enter(another), () -> lockStock(first));
    }

    private void lockCustomer(OrderNumber number) {
        customers.lock(List.of(orders.get(number).customer()));
    }

    private void lockStock(String sku) {
        items.lock(List.of(sku));
    }

    private OrderNumber inCorrection() {
        var cheap = new NewOrder.Line(first, 1, new BigDecimal("1"), null);
        var number = enterOrder.enter(TestCompany.order(company.customer(), TestCompany.BERLIN, List.of(cheap)));
        desk.complete(number, Element.REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Price is a slip");
        return number;
    }

    private OrderNumber entered(String... skus) {
        return enterOrder.enter(TestCompany.order(
                company.customer(ShortagePolicy.WAIT),
                Stream.of(skus).collect(Collectors.toMap(sku -> sku, sku -> 1))));
    }

    private OrderNumber shipped() {
        company.receive(first, "VIE", 1);
        var number = entered(first);
        desk.complete(number, Element.PICK_AND_PACK);
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "SEQ-" + number);
        return number;
    }

    /** Order numbers are random, so this tries until the sequence fits. */
    private List<OrderNumber> whoseFirstHasTheHigherNumber(String sku, String other) {
        while (true) {
            var pair = List.of(entered(sku), entered(other));
            if (pair.get(0).value().compareTo(pair.get(1).value()) > 0) {
                return pair;
            }
            pair.forEach(number -> cancelOrder.cancel(number, new Cancellation("of the other sequence")));
        }
    }
}
