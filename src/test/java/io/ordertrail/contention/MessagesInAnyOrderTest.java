package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.stock.booking.BatchOperation;
import io.ordertrail.stock.booking.BookMovements;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.feed.ApplyStockLevel;
import io.ordertrail.stock.feed.ApplyStockLevels;
import io.ordertrail.stock.feed.FeedGaps;
import io.ordertrail.stock.feed.ReportedLevel;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.transaction.ContentionRetry;

/**
 * Messages of other systems, shuffled, three times each and from four senders, have the same result as once in
 * sequence.
 */
@JourneyTest
@Tag("race")
class MessagesInAnyOrderTest {

    private static final Instant REPORTED_AT = Instant.parse("2026-12-01T09:30:00Z");
    private static final int SENDERS = 4;
    private static final int NUMBERS = 10;
    private static final long SEED = 4;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Concurrently together;

    @Autowired
    ContentionRetry retry;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ApplyStockLevel applyStockLevel;

    @Autowired
    ApplyStockLevels applyStockLevels;

    @Autowired
    BookStock bookStock;

    @Autowired
    BookMovements bookMovements;

    @Autowired
    FeedGaps gaps;

    @Autowired
    JdbcTemplate sql;

    @Test
    void levels_in_any_sequence_end_at_the_newest() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var random = new Random(SEED + round);
            var products = products(3, 5);
            var levels = levels(products, random);

            fromAllSenders(levels, random, level -> retry.call(() -> applyStockLevel.apply(level)));

            assertThatTheNewestCounts(levels);
            assertThatEachWasTakenOnce(products);
            products.forEach(this::theLedgerAddsUp);
        }
    }

    @Test
    void single_and_batched_levels_beside_orders_end_at_the_newest() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var random = new Random(SEED + round);
            var products = products(3, 20);
            var levels = levels(products, random);
            var customer = company.customer(ShortagePolicy.WAIT);

            together.all(SENDERS, side -> () -> {
                var mine = threeTimes(levels, new Random(SEED + side));
                switch (side) {
                    case 0 -> mine.forEach(level -> retry.call(() -> applyStockLevel.apply(level)));
                    case 1 -> inBatches(applyStockLevels, mine);
                    default -> orders(customer, products, side);
                }
                return side;
            });

            assertThatTheNewestCounts(levels);
            products.forEach(this::theLedgerAddsUp);
            products.forEach(this::nothingIsAllocatedTwice);
        }
    }

    @Test
    void movements_in_any_sequence_are_booked_once_each() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var random = new Random(SEED + round);
            var products = products(3, 1000);
            var moves = movements(products, random, "round-" + round + "-" + products.get(0));

            together.all(SENDERS, side -> () -> {
                var mine = threeTimes(moves, new Random(SEED + side));
                if (side % 2 == 0) {
                    mine.forEach(booking -> retry.call(() -> bookStock.book(booking)));
                } else {
                    inBatches(bookMovements, mine);
                }
                return side;
            });

            products.forEach(sku -> {
                assertThat(desk.onHand(sku))
                        .isEqualTo(1000
                                + moves.stream()
                                        .filter(one -> one.sku().equals(sku))
                                        .mapToInt(Booking::quantity)
                                        .sum());
                theLedgerAddsUp(sku);
            });
        }
    }

    @Test
    void two_bookings_of_one_id_at_the_same_time_both_get_the_same_movement() throws Exception {
        for (int round = 0; round < Concurrently.ROUNDS; round++) {
            var products = products(2, 5);
            var id = "twice-" + products.get(0);

            var booked = together.all(
                    SENDERS,
                    side -> () -> bookStock.book(new Booking(id, products.get(0), "VIE", 1, Kind.RECEIPT, null)));

            assertThat(booked.stream().map(StockMovement::id).distinct()).hasSize(1);
            assertThat(products.stream().mapToInt(desk::onHand).sum()).isEqualTo(11);
        }
    }

    private List<String> products(int count, int onHand) {
        return IntStream.range(0, count).mapToObj(i -> company.product(onHand)).toList();
    }

    private static List<ReportedLevel> levels(List<String> products, Random random) {
        return products.stream()
                .flatMap(sku -> Stream.of("VIE", "ROT")
                        .flatMap(site -> IntStream.rangeClosed(1, NUMBERS)
                                .mapToObj(number -> new ReportedLevel(
                                        "wms", sku, site, (long) number, random.nextInt(30), REPORTED_AT))))
                .toList();
    }

    private static List<Booking> movements(List<String> products, Random random, String prefix) {
        return IntStream.range(0, 40)
                .mapToObj(i -> new Booking(
                        prefix + "-" + i,
                        products.get(i % products.size()),
                        i % 2 == 0 ? "VIE" : "ROT",
                        1 + random.nextInt(9),
                        Kind.RECEIPT,
                        null))
                .toList();
    }

    private static <T> List<T> threeTimes(List<T> messages, Random random) {
        var all = new ArrayList<>(messages);
        all.addAll(messages);
        all.addAll(messages);
        Collections.shuffle(all, random);
        return all;
    }

    private <T> void fromAllSenders(List<T> messages, Random random, Consumer<T> send) throws Exception {
        var all = threeTimes(messages, random);
        together.all(SENDERS, side -> () -> {
            for (int i = side; i < all.size(); i += SENDERS) {
                send.accept(all.get(i));
            }
            return side;
        });
    }

    /** As the API does: a batch together, and what is left one by one. */
    private <I, O> void inBatches(BatchOperation<I, O> work, List<I> messages) {
        for (int from = 0; from < messages.size(); from += 20) {
            var some = messages.subList(from, Math.min(from + 20, messages.size()));
            var sorted = some.stream().sorted(work.order(some)).toList();
            var done = retry.call(() -> work.together(sorted));
            for (int i = 0; i < sorted.size(); i++) {
                var one = sorted.get(i);
                if (done.get(i).isAlone()) {
                    retry.call(() -> work.alone(one));
                }
            }
        }
    }

    private void orders(String customer, List<String> products, int side) throws Exception {
        var random = new Random(SEED + side);
        for (int i = 0; i < 10; i++) {
            var quantities = Map.of(products.get(random.nextInt(3)), 1 + random.nextInt(4));
            var number = retry.call(() -> enterOrder.enter(TestCompany.order(customer, quantities)));
            if (i % 3 == 0) {
                Concurrently.orNull(() -> {
                    retry.run(() -> cancelOrder.cancel(number, new Cancellation("after all not")));
                    return true;
                });
            }
        }
    }

    private void assertThatTheNewestCounts(List<ReportedLevel> levels) {
        levels.stream()
                .filter(level -> level.sequence() == NUMBERS)
                .forEach(newest -> assertThat(one(
                                "select on_hand from stock_item where sku = ? and site = ?",
                                newest.sku(),
                                newest.site()))
                        .as("%s at %s", newest.sku(), newest.site())
                        .isEqualTo(newest.onHand().longValue()));
    }

    private void assertThatEachWasTakenOnce(List<String> products) {
        products.forEach(sku -> {
            assertThat(one("select sum(applied + repeated + late) from feed_position where sku = ?", sku))
                    .isEqualTo(2L * 3 * NUMBERS);
            assertThat(gaps.findByFilledAtIsNullOrderByNoticedAtDescIdDesc(Limit.unlimited()).stream()
                            .filter(gap -> gap.sku().equals(sku)))
                    .as("no number is missing")
                    .isEmpty();
        });
    }

    private void theLedgerAddsUp(String sku) {
        assertThat(one("""
        select count(*) from stock_item s join
          (select sku, site, sum(on_hand_change) on_hand, sum(reserved_change) reserved from stock_movement group by sku, site) m
          on m.sku = s.sku and m.site = s.site
        where s.sku = ? and (m.on_hand <> s.on_hand or m.reserved <> s.reserved)""", sku)).isZero();
    }

    private void nothingIsAllocatedTwice(String sku) {
        assertThat(one("select sum(reserved) from stock_item where sku = ?", sku))
                .isEqualTo(one(
                        "select coalesce(sum(quantity), 0) from reservation where status = 'OPEN' and sku = ?", sku));
        assertThat(one("""
        select count(*) from stock_item s where s.sku = ? and s.on_hand > s.reserved
          and exists (select 1 from backorder b where b.sku = s.sku)""", sku))
                .as("no stock is available while an order waits")
                .isZero();
    }

    private long one(String question, Object... arguments) {
        return Objects.requireNonNull(sql.queryForObject(question, Long.class, arguments));
    }
}
