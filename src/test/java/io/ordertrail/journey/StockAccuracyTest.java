package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.stock.ledger.SaveSite;
import io.ordertrail.stock.ledger.SiteData;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.stock.stocktake.ApproveStocktake;
import io.ordertrail.stock.stocktake.BookStocktake;
import io.ordertrail.stock.stocktake.CancelStocktake;
import io.ordertrail.stock.stocktake.CountEntry;
import io.ordertrail.stock.stocktake.CountStock;
import io.ordertrail.stock.stocktake.OpenStocktake;
import io.ordertrail.stock.stocktake.StockAccuracy;
import io.ordertrail.stock.stocktake.Stocktake.Uncounted;
import io.ordertrail.stock.stocktake.StocktakePlan;
import io.ordertrail.stock.stocktake.SubmitStocktake;

/** The stock accuracy report, at a site of the test's own. */
@JourneyTest
@Tag("database")
class StockAccuracyTest {

    @Autowired
    TestCompany company;

    @Autowired
    SaveSite saveSite;

    @Autowired
    OpenStocktake openStocktake;

    @Autowired
    CountStock countStock;

    @Autowired
    SubmitStocktake submitStocktake;

    @Autowired
    ApproveStocktake approveStocktake;

    @Autowired
    BookStocktake bookStocktake;

    @Autowired
    CancelStocktake cancelStocktake;

    @Autowired
    StockAccuracy accuracy;

    @Autowired
    MeterRegistry registry;

    @Autowired
    Clock clock;

    @Test
    void the_accuracy_covers_counts_in_booked_stocktakes() {
        var site = saveSite.save(new SiteData("A" + company.customer(), "Annex", "AT"))
                .code();
        var skus = List.of(stocked(site), stocked(site), stocked(site), stocked(site));
        var cancelled = open(site, skus.get(0));
        countStock.count(cancelled, new CountEntry(skus.get(0), 99, null, false));
        cancelStocktake.cancel(cancelled);
        var number = open(site, skus.toArray(String[]::new));
        countStock.count(number, new CountEntry(skus.get(0), 10, null, false));
        countStock.count(number, new CountEntry(skus.get(1), 10, null, false));
        countStock.count(number, new CountEntry(skus.get(2), 7, null, false));
        submitStocktake.submit(number, Uncounted.LEFT_OUT);
        assertThat(report(site).all().counted()).as("not booked yet").isZero();
        approveStocktake.approve(number, 1);
        bookStocktake.book(number);

        var report = report(site);

        assertThat(report.all().share()).contains(new BigDecimal("66.66"));
        assertThat(report.sites()).containsOnlyKeys(site);
        assertThat(report.months()).hasSize(3);
        assertThat(report.months().get(now()).right()).isEqualTo(2);
        assertThat(report.months().get(now().minusMonths(1)).share()).isEmpty();
    }

    @Test
    void variances_are_reported_by_reason_with_units_and_value() {
        var site = saveSite.save(new SiteData("A" + company.customer(), "Annex", "AT"))
                .code();
        var lamp = stocked(site);
        company.lose(lamp, site, 3);
        var number = open(site, lamp);
        countStock.count(number, new CountEntry(lamp, 9, null, false));
        submitStocktake.submit(number, null);
        approveStocktake.approve(number, 1);
        bookStocktake.book(number);

        var reasons = report(site).reasons();

        assertThat(reasons).containsOnlyKeys(Kind.LOSS, Kind.SHORTFALL, Kind.ADJUSTMENT, Kind.STOCKTAKE);
        assertThat(figures(reasons, Kind.LOSS)).isEqualTo("-3 +0 -30.00");
        assertThat(figures(reasons, Kind.STOCKTAKE)).isEqualTo("-0 +2 20.00");
        assertThat(figures(reasons, Kind.ADJUSTMENT)).isEqualTo("-0 +0 0.00");
        assertThat(report(site).months().get(now()).worth().amount()).isEqualByComparingTo("-10");
    }

    @Test
    void without_counts_there_is_no_accuracy() {
        var site = saveSite.save(new SiteData("A" + company.customer(), "Annex", "AT"))
                .code();

        assertThat(report(site).isEmpty()).isTrue();
        assertThat(report(site).all().share()).isEmpty();
    }

    @Test
    void the_last_quarter_is_a_metric() {
        the_accuracy_covers_counts_in_booked_stocktakes();

        assertThat(accuracy.share(clock.instant().minus(Duration.ofDays(90))))
                .hasValueSatisfying(share -> assertThat(share).isBetween(BigDecimal.ZERO, new BigDecimal("99.99")));
        assertThat(registry.get("ordertrail.stock.accuracy").gauge()).isNotNull();
    }

    private String stocked(String site) {
        var sku = company.product(0);
        company.receive(sku, site, 10);
        return sku;
    }

    private long open(String site, String... skus) {
        return openStocktake
                .open(new StocktakePlan(site, false, Arrays.asList(skus), "quarter"))
                .number();
    }

    private StockAccuracy.Report report(String site) {
        return accuracy.report(site, now().minusMonths(2), now());
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String figures(Map<Kind, StockAccuracy.Figures> reasons, Kind kind) {
        var figures = reasons.get(kind);
        return "-" + figures.less() + " +" + figures.more() + " "
                + figures.worth().amount().toPlainString();
    }
}
