package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.CorrectOrder;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.allocation.BackorderMissingGoods;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;

/** Many callers change the same thing: one wins, the others get a message, and the sums are right afterwards. */
@JourneyTest
@Tag("race")
class ConcurrentChangesTest {

    private static final int CLIENTS = 8;

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
    CorrectOrder correctOrder;

    @Autowired
    BookStock bookStock;

    @Autowired
    BackorderMissingGoods backorderMissingGoods;

    @Autowired
    OrderDemand demand;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StockItems items;

    @Autowired
    StockMovements movements;

    @Test
    void the_last_units_are_allocated_once() throws Exception {
        var lamp = company.product(3);
        var customers = customers(ShortagePolicy.CANCEL);

        var numbers = together.all(
                CLIENTS, i -> () -> enterOrder.enter(TestCompany.order(customers.get(i), Map.of(lamp, 1))));

        assertThat(numbers.stream().filter(number -> desk.state(number) != OrderState.CANCELLED))
                .hasSize(3);
        assertThat(desk.available(lamp)).isZero();
        theLedgerAddsUp(lamp);
    }

    @Test
    void of_two_equal_orders_of_one_customer_the_second_is_held_as_a_duplicate() {
        var order = TestCompany.order(company.customer(), Map.of(company.product(100), 3));
        var numbers = new ConcurrentLinkedQueue<OrderNumber>();

        together.interleave(
                () -> numbers.add(enterOrder.enter(order)), () -> numbers.add(enterOrder.enter(order)), () -> {});

        assertThat(numbers).map(desk::openHolds).containsExactly(List.of(), List.of("likely-duplicate"));
    }

    @Test
    void a_correction_and_an_entry_at_the_same_time_do_not_exceed_the_credit_limit_together() {
        var customer = company.customer(new BigDecimal("100"), false, ShortagePolicy.ASK);
        var cup = company.product(100);
        var lamp = company.product(100);
        var number = enterOrder.enter(TestCompany.order(customer, Map.of(lamp, 11)));
        desk.complete(number, Element.REVIEW_ORDER, "reviewDecision", "correct", "reviewReason", "Too much");
        correctOrder.correct(number, TestCompany.order(customer, Map.of(lamp, 1)));
        var other = new AtomicReference<OrderNumber>();

        together.interleave(
                () -> other.set(enterOrder.enter(TestCompany.order(customer, Map.of(cup, 6)))),
                () -> {
                    correctOrder.correct(number, TestCompany.order(customer, Map.of(lamp, 5)));
                    desk.complete(number, Element.CORRECT_ORDER, "correctionDecision", "resubmit");
                },
                () -> {});

        assertThat(desk.openHolds(other.get())).isEmpty();
        assertThat(desk.openHolds(number)).containsExactly("credit-exceeded");
    }

    @Test
    void an_order_cancelled_twice_at_the_same_time_releases_its_goods_once() throws Exception {
        var lamp = company.product(5);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));

        var cancelled = together.all(
                CLIENTS,
                i -> () -> Concurrently.orNull(() -> {
                    cancelOrder.cancel(number, new Cancellation("twice"));
                    return number;
                }));

        assertThat(cancelled.stream().filter(Objects::nonNull)).hasSize(1);
        assertThat(desk.state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.available(lamp)).isEqualTo(5);
        theLedgerAddsUp(lamp);
    }

    @Test
    void of_a_cancellation_and_a_picking_at_the_same_time_one_wins_completely() throws Exception {
        var lamp = company.product(50);
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
            together.all(
                    2,
                    i -> () -> Concurrently.orNull(() -> {
                        if (i == 0) {
                            cancelOrder.cancel(number, new Cancellation("too late?"));
                        } else {
                            Optional.ofNullable(desk.task(number, Element.PICK_AND_PACK))
                                    .ifPresent(task -> desk.complete(task));
                        }
                        return number;
                    }));

            assertThat(desk.state(number)).isIn(OrderState.CANCELLED, OrderState.IN_FULFILMENT);
            assertThat(desk.isEnded(number)).isEqualTo(desk.state(number) == OrderState.CANCELLED);
        }
        theLedgerAddsUp(lamp);
    }

    @Test
    void goods_that_arrive_while_orders_are_backordered_are_reserved() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(0);
            var customers = customers(ShortagePolicy.WAIT);

            var numbers = together.all(CLIENTS, i -> () -> {
                if (i % 2 == 0) {
                    return enterOrder.enter(TestCompany.order(customers.get(i), Map.of(lamp, 1)));
                }
                bookStock.book(new Booking(null, lamp, "VIE", 1, Kind.RECEIPT, null));
                return null;
            });

            assertThat(numbers.stream().filter(Objects::nonNull).map(desk::state))
                    .containsOnly(OrderState.CONFIRMED);
            assertThat(desk.available(lamp)).isZero();
            theLedgerAddsUp(lamp);
        }
    }

    @Test
    void a_receipt_waits_for_an_order_that_is_being_backordered() throws Exception {
        var lamp = company.product(0);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 1)));
        var lorry = Executors.newSingleThreadExecutor();

        var arrival = new TransactionTemplate(transactions).execute(joining -> {
            backorderMissingGoods.backorder(demand.of(number));
            var unloading = lorry.submit(() -> bookStock.book(new Booking(null, lamp, "VIE", 1, Kind.RECEIPT, null)));
            assertThatThrownBy(() -> unloading.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return unloading;
        });
        arrival.get();
        lorry.shutdown();

        assertThat(desk.available(lamp)).as("reserved for the backorder").isZero();
    }

    @Test
    void goods_that_arrive_at_two_sites_at_the_same_time_are_reserved_once() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(0);
            bookStock.saveBin(lamp, "ROT", null);
            var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(lamp, 5)));

            together.all(
                    2,
                    i -> () -> bookStock.book(new Booking(null, lamp, i == 0 ? "VIE" : "ROT", 4, Kind.RECEIPT, null)));

            assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
            assertThat(desk.available(lamp)).as("five of eight are reserved").isEqualTo(3);
        }
    }

    @Test
    void an_order_whose_last_two_products_arrive_at_the_same_time_continues() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var goods = List.of(company.product(0), company.product(0));
            var number = enterOrder.enter(
                    TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(goods.get(0), 1, goods.get(1), 1)));

            together.all(2, i -> () -> bookStock.book(new Booking(null, goods.get(i), "VIE", 1, Kind.RECEIPT, null)));

            assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        }
    }

    @Test
    void orders_of_the_same_products_in_another_sequence_do_not_deadlock() throws Exception {
        var lamp = company.product(100);
        var shade = company.product(100);
        var customer = company.customer();

        var numbers = together.all(
                CLIENTS,
                i -> () -> enterOrder.enter(TestCompany.order(
                        customer,
                        TestCompany.BERLIN,
                        List.of(
                                new NewOrder.Line(i % 2 == 0 ? lamp : shade, 1 + i, null, null),
                                new NewOrder.Line(i % 2 == 0 ? shade : lamp, 9 - i, null, null)))));

        assertThat(numbers).doesNotContainNull().hasSize(CLIENTS);
        theLedgerAddsUp(lamp);
        theLedgerAddsUp(shade);
    }

    @Test
    void when_a_line_fails_nothing_of_the_other_lines_is_stored() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var lamp = company.product(100);
            var shade = company.product(1);
            var customers = customers(ShortagePolicy.CANCEL);

            together.all(
                    CLIENTS,
                    i -> () -> enterOrder.enter(TestCompany.order(customers.get(i), Map.of(lamp, 1, shade, 1))));

            assertThat(List.of(desk.available(lamp), desk.available(shade))).isEqualTo(List.of(99, 0));
            theLedgerAddsUp(lamp);
        }
    }

    @Test
    void a_reference_sent_many_times_at_the_same_time_is_one_order() throws Exception {
        var order = TestCompany.order(company.customer(), Map.of(company.product(100), 1));
        var sent = new NewOrder(
                "race",
                "PO-" + order.customer(),
                order.customer(),
                null,
                null,
                false,
                null,
                order.shipTo(),
                order.lines());

        var numbers = together.all(3, i -> () -> Concurrently.orNull(() -> enterOrder.enter(sent)));

        assertThat(numbers.stream().filter(Objects::nonNull)).hasSize(1);
    }

    private List<String> customers(ShortagePolicy shortagePolicy) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(i -> company.customer(shortagePolicy))
                .toList();
    }

    private void theLedgerAddsUp(String sku) {
        var level = items.levels(List.of(sku)).stream()
                .filter(at -> at.site().equals("VIE"))
                .findFirst()
                .orElseThrow();
        var sum = movements.sums().stream()
                .filter(at -> at.getSku().equals(sku) && at.getSite().equals("VIE"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(sum.getOnHand(), sum.getReserved()))
                .isEqualTo(List.of((long) level.onHand(), (long) level.reserved()));
    }
}
