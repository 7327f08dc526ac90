package io.ordertrail.web.stock;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.stocktake.StockAccuracy;

/** The page with the stock accuracy by month. */
@Controller
class AccuracyPage {

    private static final List<Integer> PERIODS = List.of(3, 6, 12, 24);
    private static final int YEAR = 12;

    private final StockAccuracy accuracy;
    private final Sites sites;
    private final Clock clock;

    AccuracyPage(StockAccuracy accuracy, Sites sites, Clock clock) {
        this.accuracy = accuracy;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/stock/accuracy")
    String accuracy(
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "" + YEAR) int months,
            Model model) {
        var period = PERIODS.contains(months) ? months : YEAR;
        var last = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        var report = accuracy.report(site, last.minusMonths(period - 1L), last);
        model.addAttribute("site", site);
        model.addAttribute("months", period);
        model.addAttribute("periods", PERIODS);
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("report", report);
        model.addAttribute("goal", StockAccuracy.GOAL);
        model.addAttribute("chart", AccuracyChart.of(report.months()));
        return "accuracy";
    }
}
