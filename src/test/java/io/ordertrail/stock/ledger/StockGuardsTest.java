package io.ordertrail.stock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.stock.allocation.Reservation.Status;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.feed.FeedGap;
import io.ordertrail.stock.feed.FeedGaps;
import io.ordertrail.stock.feed.FeedPosition;
import io.ordertrail.stock.feed.FeedPositions;
import io.ordertrail.stock.feed.ReportedLevel;

/**
 * The conditions of the updates that protect the stock, each by itself. The schema is the second guard, see
 * SchemaGuardsTest.
 */
@JourneyTest
@Tag("database")
class StockGuardsTest {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    StockItems items;

    @Autowired
    Reservations reservations;

    @Autowired
    FeedPositions feeds;

    @Autowired
    FeedGaps gaps;

    @Autowired
    BatchReservation batchReservation;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void more_than_is_available_is_not_reserved() {
        var lamp = company.product(5);

        assertThat(rows(() -> reserve(lamp, 6))).isZero();
        assertThat(rows(() -> reserve(lamp, 5))).isOne();
        assertThat(rows(() -> reserve(lamp, 1))).isZero();
    }

    @Test
    void more_than_is_reserved_is_neither_released_nor_issued() {
        var lamp = company.product(5);
        rows(() -> reserve(lamp, 2));

        assertThat(rows(() -> items.release(lamp, "VIE", 3))).isZero();
        assertThat(rows(() -> items.issue(lamp, "VIE", 3))).isZero();
        assertThat(rows(() -> items.change(lamp, "VIE", -4)))
                .as("into what is reserved")
                .isZero();
        assertThat(rows(() -> items.change(lamp, "VIE", -3))).isOne();
    }

    @Test
    void stock_follows_the_level_that_its_source_reported_but_not_below_what_is_reserved() {
        var lamp = company.product(5);
        var cup = company.product(5);
        rows(() -> reserve(lamp, 4));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> List.of(lamp, cup).forEach(sku -> {
                    var feed = new FeedPosition(new FeedPosition.Key("wms", sku, "VIE"), Instant.EPOCH);
                    feed.apply(new ReportedLevel("wms", sku, "VIE", 1L, 3, Instant.EPOCH), Instant.EPOCH);
                    feeds.save(feed);
                }));

        assertThat(rows(() -> feeds.setToLastReported("wms", List.of(lamp, cup), "VIE")))
                .isOne();
        assertThat(items.available(lamp, "VIE")).isOne();
        assertThat(items.available(cup, "VIE")).isEqualTo(3);
    }

    @Test
    void no_more_is_received_or_cancelled_than_is_incoming() {
        var lamp = company.product(5);
        assertThat(rows(() -> items.addIncoming(lamp, "VIE", 3))).isOne();

        assertThat(rows(() -> items.receiveIncoming(lamp, "VIE", 4))).isZero();
        assertThat(rows(() -> items.addIncoming(lamp, "VIE", -4))).isZero();
        assertThat(rows(() -> items.receiveIncoming(lamp, "VIE", 3))).isOne();
        assertThat(items.available(lamp, "VIE")).isEqualTo(8);
    }

    @Test
    void a_reservation_is_closed_once_and_only_with_the_quantity_that_was_read() {
        var lamp = company.product(5);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(lamp, 2)));
        var open = reservations.openOf(number).get(0);

        assertThat(rows(() -> reservations.close(open.id(), 1, Status.RELEASED)))
                .isZero();
        assertThat(rows(() -> reservations.recordFound(open.id(), number, 3)))
                .as("more found than there was to pick")
                .isZero();
        assertThat(rows(() -> reservations.close(open.id(), 2, Status.RELEASED)))
                .isOne();
        assertThat(rows(() -> reservations.close(open.id(), 2, Status.RELEASED)))
                .isZero();
        assertThat(rows(() -> reservations.recordFound(open.id(), number, 1))).isZero();
    }

    @Test
    void a_batch_update_leaves_out_products_that_cannot_change_by_so_much() {
        var lamp = company.product(5);
        var shade = company.product(2);
        rows(() -> reserve(lamp, 3));

        assertThat(rows(() -> items.changeAll(List.of(lamp, shade), "VIE", -2))).isEqualTo(2);
        assertThat(rows(() -> items.changeAll(List.of(lamp, shade), "VIE", -1)))
                .as("one into what is reserved, one below nothing")
                .isZero();
    }

    @Test
    void only_a_higher_sequence_advances_a_source() {
        var lamp = company.product(5);
        var now = Instant.parse("2026-12-01T09:30:00Z");
        rows(() -> {
            feeds.save(new FeedPosition(new FeedPosition.Key("wms", lamp, "VIE"), now));
            return 1;
        });

        assertThat(rows(() -> feeds.advance("wms", lamp, "VIE", 7, 1, now, now)))
                .isOne();
        assertThat(rows(() -> feeds.advance("wms", lamp, "VIE", 7, 2, now, now)))
                .isZero();
        assertThat(rows(() -> feeds.advance("wms", lamp, "VIE", 6, 2, now, now)))
                .isZero();
        assertThat(rows(() -> feeds.advance("erp", lamp, "VIE", 8, 2, now, now)))
                .isZero();
    }

    @Test
    void a_gap_is_filled_once_and_only_by_a_number_within_it() {
        var lamp = company.product(5);
        var now = Instant.parse("2026-12-01T09:30:00Z");
        var key = new FeedPosition.Key("wms", lamp, "VIE");
        var gap = new TransactionTemplate(transactions).execute(status -> {
            feeds.save(new FeedPosition(key, now));
            return gaps.save(new FeedGap(key, 3, 6, now)).id();
        });

        assertThat(rows(() -> gaps.fill(gap, 2, now))).isZero();
        assertThat(rows(() -> gaps.fill(gap, 6, now))).isZero();
        assertThat(rows(() -> gaps.fill(gap, 4, now))).isOne();
        assertThat(rows(() -> gaps.fill(gap, 4, now))).isZero();
    }

    private int rows(IntSupplier update) {
        return new TransactionTemplate(transactions).execute(status -> update.getAsInt());
    }

    private int reserve(String sku, int units) {
        var place = new TreeMap<StockItem.Key, Integer>(Comparator.comparing(StockItem.Key::sku));
        place.put(new StockItem.Key(sku, "VIE"), units);
        return batchReservation.reserve(place);
    }
}
