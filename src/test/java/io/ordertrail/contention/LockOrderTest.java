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
 * Customers are locked before stock and stock before orders, and of each all at once or in one sequence: who has to wait for it holds
 * nothing yet that others come to later. So nobody has to do it again because two waited for each other.
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
    RecordCarrierUpdate noteCarrierNews;

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
    void who_cancels_an_order_waits_for_those_who_bring_goods_before_it_holds_the_order() {
        var number = entered(first);
        together.meet(
                () -> lockStock(first),
                () -> cancelOrder.cancel(number, new Cancellation("at once")),
                () -> orders.getLocked(number));
    }

    @Test
    void so_does_who_ends_a_task_of_it() {
        company.receive(first, "VIE", 1);
        var number = entered(first);
        together.meet(
                () -> lockStock(first),
                () -> desk.complete(number, Element.PICK_AND_PACK, "pickingDecision", "complete"),
                () -> orders.getLocked(number));
    }

    @Test
    void so_does_a_timer_of_it() {
        var number = entered(first);
        var patience = desk.timer(number, Element.STOCK_WAITED_TOO_LONG);
        together.meet(() -> lockStock(first), () -> together.due(patience), () -> orders.getLocked(number));
    }

    @Test
    void so_does_who_knows_that_it_was_delivered() {
        var byStaff = shipped();
        together.meet(() -> lockStock(first), () -> reportDelivery.deliver(byStaff), () -> orders.getLocked(byStaff));
        var byCarrier = shipped();
        var news = new CarrierUpdate("sequence-" + byCarrier, CarrierUpdate.DELIVERED, Instant.now());
        together.meet(
                () -> lockStock(first),
                () -> noteCarrierNews.note("SEQ-" + byCarrier, news),
                () -> orders.getLocked(byCarrier));
    }

    @Test
    void who_books_a_loss_locks_all_that_those_need_who_lose_by_it() {
        company.receive(first, "VIE", 1);
        company.receive(second, "VIE", 1);
        entered(first, second);
        together.meet(() -> lockStock(first), () -> company.lose(second, "VIE", 1), () -> lockStock(second));
    }

    @Test
    void those_in_one_line_are_locked_in_the_sequence_of_their_numbers() {
        var pair = whoseFirstHasTheHigherNumber(first, first);
        together.meet(
                () -> orders.getLocked(pair.get(1)),
                () -> company.receive(first, "VIE", 2),
                () -> orders.getLocked(pair.get(0)));
    }

    @Test
    void so_are_those_in_the_lines_of_all_products_of_which_there_is_more() {
        company.receive(first, "VIE", 1);
        company.receive(second, "VIE", 1);
        var cancelled = entered(first, second);
        var pair = whoseFirstHasTheHigherNumber(first, second);
        together.meet(
                () -> orders.getLocked(pair.get(1)),
                () -> cancelOrder.cancel(cancelled, new Cancellation("at once")),
                () -> orders.getLocked(pair.get(0)));
    }

    /** It is checked again then, beside the others of its customer, whose next one waits for the customer before it holds stock. */
    @Test
    void who_ends_a_correction_waits_for_the_customer_before_it_holds_stock() {
        var number = inCorrection();
        together.meet(
                () -> lockCustomer(number),
                () -> desk.complete(number, Element.CORRECT_ORDER, "correctionDecision", "resubmit"),
                () -> lockStock(first));
    }

    @Test
    void so_does_who_enters_another_order_of_that_customer() {
        var number = entered(first);
        var another = TestCompany.order(orders.get(number).customer(), Map.of(first, 1));
        together.meet(() -> lockCustomer(number), () -> enterOrder.enter(another), () -> lockStock(first));
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
        desk.complete(number, Element.PICK_AND_PACK, "pickingDecision", "complete");
        desk.complete(number, Element.SHIP_PARCEL, "carrier", "DHL", "trackingNumber", "SEQ-" + number);
        return number;
    }

    /** Numbers are drawn, so it is tried until it is so. */
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
