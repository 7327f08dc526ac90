package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.transaction.ContentionRetry;

/**
 * More goods are ordered than there are, directly through the use case, by as many threads as there are connections.
 */
@JourneyTest
@Tag("race")
class NothingOversoldTest {

    private static final int BUYERS = Integer.getInteger("ordertrail.buyers", 100);
    private static final int THREADS = 8;
    private static final long SEED = 4;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    BookStock bookStock;

    @Autowired
    CheckStock checkStock;

    @Autowired
    ContentionRetry retry;

    @Test
    void the_last_unit_is_allocated_once_and_the_shortage_policy_decides_for_the_others() throws Exception {
        var lamp = company.product(1);
        var wishes =
                List.of(ShortagePolicy.WAIT, ShortagePolicy.CANCEL, ShortagePolicy.ASK, ShortagePolicy.SHIP_AVAILABLE);
        var customers = IntStream.range(0, BUYERS)
                .mapToObj(i -> company.customer(wishes.get(i % wishes.size())))
                .toList();
        var numbers = all(BUYERS, i -> () -> enterOrder.enter(TestCompany.order(customers.get(i), Map.of(lamp, 1))));
        assertThat(numbers)
                .filteredOn(number -> desk.state(number) == OrderState.CONFIRMED)
                .hasSize(1);
        assertThat(numbers)
                .extracting(desk::state)
                .containsOnly(OrderState.CONFIRMED, OrderState.WAITING_FOR_STOCK, OrderState.CANCELLED);
        assertThat(desk.available(lamp)).isZero();
        assertThat(checkStock.of(List.of(lamp))).isEmpty();
    }

    @Test
    void as_many_orders_are_confirmed_as_there_are_units_in_any_sequence() throws Exception {
        var skus =
                IntStream.range(0, 6).mapToObj(i -> company.product(BUYERS / 2)).toList();
        var customers = customers();
        var numbers = all(
                BUYERS,
                i -> () -> enterOrder.enter(TestCompany.order(customers.get(i), TestCompany.BERLIN, lines(skus, i))));
        var confirmed = numbers.stream()
                .filter(number -> desk.state(number) == OrderState.CONFIRMED)
                .toList();
        assertThat(confirmed).isNotEmpty().hasSizeLessThan(BUYERS);
        assertThat(skus)
                .allSatisfy(sku -> assertThat(confirmed.stream()
                                .mapToInt(number ->
                                        desk.order(number).requiredQuantities().getOrDefault(sku, 0))
                                .sum())
                        .isLessThanOrEqualTo(BUYERS / 2));
        assertThat(checkStock.of(skus)).isEmpty();
    }

    @Test
    void the_stock_adds_up_whatever_happens_at_the_same_time() throws Exception {
        var skus =
                IntStream.range(0, 4).mapToObj(i -> company.product(BUYERS / 4)).toList();
        var customers = customers();
        var numbers = Collections.synchronizedList(new ArrayList<OrderNumber>());
        all(4 * BUYERS, i -> () -> {
            var known = List.copyOf(numbers);
            return switch (i % 4) {
                case 0 ->
                    numbers.add(enterOrder.enter(
                            TestCompany.order(customers.get(i / 4), TestCompany.BERLIN, lines(skus, i))));
                case 1 -> Concurrently.orNull(() -> bookStock.book(booking(skus, i)));
                case 2 ->
                    known.isEmpty()
                            ? null
                            : Concurrently.orNull(() -> {
                                cancelOrder.cancel(known.get(i % known.size()), new Cancellation("at once"));
                                return true;
                            });
                default -> known.isEmpty() ? null : Concurrently.orNull(() -> send(known.get(i / 2 % known.size())));
            };
        });
        assertThat(checkStock.of(skus)).isEmpty();
        assertThat(numbers).extracting(desk::state).contains(OrderState.CANCELLED, OrderState.SHIPPED);
    }

    /** Three of the products in a different sequence per order, the first of them on two lines. */
    private static List<NewOrder.Line> lines(List<String> skus, int i) {
        var shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, new Random(SEED + i));
        return Stream.of(0, 1, 2, 0)
                .map(line -> new NewOrder.Line(shuffled.get(line), 1 + (i + line) % 2, null, null))
                .toList();
    }

    private static Booking booking(List<String> skus, int i) {
        var kind = List.of(Kind.RECEIPT, Kind.LOSS, Kind.ADJUSTMENT).get(i % 3);
        var quantity = 1 + i % 5;
        return new Booking(
                null,
                skus.get(i % skus.size()),
                "VIE",
                kind == Kind.LOSS || i % 2 == 0 && kind == Kind.ADJUSTMENT ? -quantity : quantity,
                kind,
                null);
    }

    private boolean send(OrderNumber number) {
        var pick = desk.task(number, Element.PICK_AND_PACK);
        if (pick != null) {
            desk.complete(pick);
        }
        var ship = desk.task(number, Element.SHIP_PARCEL);
        if (ship != null) {
            desk.complete(ship, "carrier", "DHL", "trackingNumber", "O-" + ship.getId());
        }
        return ship != null;
    }

    private List<String> customers() {
        return IntStream.range(0, BUYERS)
                .mapToObj(i -> company.customer(ShortagePolicy.WAIT))
                .toList();
    }

    /**
     * Each call is retried as a whole on contention, as the pages and the API do; when the retries run out, the test
     * fails.
     */
    private <T> List<T> all(int times, IntFunction<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> retry.call(() -> Concurrently.called(work.apply(i)))))
                    .toList();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
