package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.feed.ApplyStockLevel;
import io.ordertrail.stock.feed.FeedDifferences;
import io.ordertrail.stock.feed.FeedGap;
import io.ordertrail.stock.feed.FeedGaps;
import io.ordertrail.stock.feed.FeedPositions;
import io.ordertrail.stock.feed.FeedResult;
import io.ordertrail.stock.feed.FeedResult.Outcome;
import io.ordertrail.stock.feed.ReportedLevel;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.ledger.StockMovements;

/** Another stock system reports stock levels: the newest message counts, and orders are reallocated accordingly. */
@JourneyTest
class StockLevelsTest {

    private static final Instant REPORTED_AT = Instant.parse("2026-12-01T09:30:00Z");

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    ApplyStockLevel applyStockLevel;

    @Autowired
    FeedPositions feeds;

    @Autowired
    FeedGaps gaps;

    @Autowired
    FeedDifferences differences;

    @Autowired
    StockMovements movements;

    @Test
    void the_difference_to_the_reported_level_is_booked_with_its_source() {
        var cup = company.product(5);

        var result = report("wms", cup, 7, 3);

        assertThat(result).isEqualTo(new FeedResult(Outcome.APPLIED, 7, null, result.booked()));
        assertThat(desk.onHand(cup)).isEqualTo(3);
        var movement = movements
                .newest(cup, "", EnumSet.allOf(Kind.class), Instant.parse("9999-01-01T00:00:00Z"), 0, Limit.of(1))
                .get(0);
        assertThat(movement.kind()).isEqualTo(Kind.ADJUSTMENT);
        assertThat(movement.onHandChange()).isEqualTo(-2);
        assertThat(movement.reason()).isEqualTo("wms #7");
        assertThat(differences.newest(Limit.of(500)).stream()
                        .filter(one -> one.sku().equals(cup))
                        .map(one -> one.source() + one.sequence() + one.quantity()))
                .containsExactly("wms7-2");
    }

    @Test
    void a_level_that_equals_the_stock_books_nothing() {
        var cup = company.product(5);
        assertThat(report("wms", cup, 1, 5).booked()).isNull();
        assertThat(movements.newest(
                        cup, "", EnumSet.allOf(Kind.class), Instant.parse("9999-01-01T00:00:00Z"), 0, Limit.of(9)))
                .hasSize(1);
    }

    @Test
    void repeated_and_late_messages_change_nothing() {
        var cup = company.product(0);
        report("wms", cup, 4, 4);
        assertThat(report("wms", cup, 4, 9)).isEqualTo(new FeedResult(Outcome.REPEATED, 4, null, null));
        assertThat(report("wms", cup, 3, 9)).isEqualTo(new FeedResult(Outcome.LATE, 4, null, null));
        assertThat(desk.onHand(cup)).isEqualTo(4);
    }

    @Test
    void sequences_are_separate_for_each_source_and_site() {
        var cup = company.product(0);
        report("wms", cup, 4, 4);
        assertThat(report("erp", cup, 1, 6).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(applyStockLevel
                        .apply(new ReportedLevel("wms", cup, "ROT", 1L, 2, REPORTED_AT))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
        assertThat(desk.onHand(cup)).isEqualTo(8);
    }

    @Test
    void a_gap_is_open_until_its_numbers_arrive_and_they_change_nothing() {
        var cup = company.product(0);
        report("wms", cup, 10, 1);
        assertThat(report("wms", cup, 14, 4).expected()).isEqualTo(11);
        assertThat(openGaps(cup)).containsExactly("11-13 not 14");

        assertThat(report("wms", cup, 12, 9).outcome()).isEqualTo(Outcome.LATE);
        assertThat(openGaps(cup)).containsExactlyInAnyOrder("11-11 not 14", "13-13 not 14");
        report("wms", cup, 12, 9);
        report("wms", cup, 11, 9);
        assertThat(openGaps(cup)).containsExactly("13-13 not 14");
        report("wms", cup, 13, 9);
        assertThat(openGaps(cup)).isEmpty();

        assertThat(gaps.findByFilledAtIsNotNullOrderByFilledAtDescIdDesc(Limit.of(500)).stream()
                        .filter(gap -> gap.sku().equals(cup)))
                .hasSize(3);
        assertThat(desk.onHand(cup)).isEqualTo(4);
    }

    @Test
    void the_first_message_of_a_source_leaves_no_gap_before_it() {
        var cup = company.product(0);
        assertThat(report("wms", cup, 4711, 4).expected()).isNull();
        assertThat(openGaps(cup)).isEmpty();
    }

    @Test
    void a_level_below_the_allocated_quantity_takes_goods_from_the_order_allocated_last() {
        var cup = company.product(6);
        var first = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 3)));
        var last = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 3)));

        report("wms", cup, 1, 4);

        assertThat(desk.state(first)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.state(last)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(desk.onHand(cup)).isEqualTo(4);
        assertThat(desk.available(cup))
                .as("one is reserved for the last order, which is short of two")
                .isZero();
    }

    @Test
    void a_surplus_goes_to_the_backorder() {
        var cup = company.product(1);
        var number = enterOrder.enter(TestCompany.order(company.customer(ShortagePolicy.WAIT), Map.of(cup, 3)));

        report("wms", cup, 1, 4);

        assertThat(desk.state(number)).isEqualTo(OrderState.CONFIRMED);
        assertThat(desk.available(cup)).isEqualTo(1);
    }

    @Test
    void a_level_below_the_picked_quantity_is_refused_and_can_be_sent_again() {
        var cup = company.product(3);
        var number = enterOrder.enter(TestCompany.order(company.customer(), Map.of(cup, 3)));
        desk.complete(number, Element.PICK_AND_PACK);

        assertThatThrownBy(() -> report("wms", cup, 1, 2)).isInstanceOf(Refusal.class);
        assertThat(feeds.lastSequence("wms", cup, "VIE")).isEmpty();
        assertThat(report("wms", cup, 1, 3).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void a_source_shows_the_results_of_its_messages() {
        var cup = company.product(0);
        var source = "wms-" + cup;
        report(source, cup, 1, 4);
        report(source, cup, 1, 4);
        report(source, cup, 5, 4);
        report(source, cup, 2, 4);

        var shown = feeds.sources().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow();

        assertThat(List.of(shown.applied(), shown.repeated(), shown.late(), shown.openGaps()))
                .containsExactly(2L, 1L, 1L, 1L);
    }

    @Test
    void an_unknown_product_or_site_and_a_negative_level_are_refused_with_their_fields() {
        var cup = company.product(0);
        assertThat(faultsOf(new ReportedLevel("wms", cup, "VIE", 1L, -1, REPORTED_AT)))
                .containsExactly("/onHand");
        assertThat(faultsOf(new ReportedLevel("wms", cup, "VIE", 0L, 1, REPORTED_AT)))
                .containsExactly("/sequence");
        assertThat(faultsOf(new ReportedLevel("wms", "NOTHING", "NOWHERE", 1L, 1, REPORTED_AT)))
                .containsExactly("/sku", "/site");
        assertThat(faultsOf(new ReportedLevel(" ", cup, "VIE", 1L, 1, Instant.parse("0000-01-01T00:00:00Z"))))
                .containsExactlyInAnyOrder("/source", "/at");
        assertThat(faultsOf(new ReportedLevel(null, null, null, null, null, null)))
                .hasSize(6);
    }

    private List<String> faultsOf(ReportedLevel level) {
        try {
            applyStockLevel.apply(level);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.faults().stream().map(InvalidInput.Fault::pointer).toList();
        }
    }

    private FeedResult report(String source, String sku, long sequence, int onHand) {
        return applyStockLevel.apply(new ReportedLevel(source, sku, "VIE", sequence, onHand, REPORTED_AT));
    }

    private List<String> openGaps(String sku) {
        return gaps.findByFilledAtIsNullOrderByNoticedAtDescIdDesc(Limit.of(500)).stream()
                .filter(gap -> gap.sku().equals(sku))
                .map((FeedGap gap) -> gap.expected() + "-" + gap.lastMissing() + " not " + gap.received())
                .toList();
    }
}
