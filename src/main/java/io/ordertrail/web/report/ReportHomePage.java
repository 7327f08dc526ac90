package io.ordertrail.web.report;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.process.incident.OpenIncidents;
import io.ordertrail.report.figure.Headline;
import io.ordertrail.report.table.Unit;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** The managers' home: the figures to look at first, and the way to all reports. */
@Controller
class ReportHomePage {

    /** Where a person finds more about a figure. */
    private static final Map<String, String> MORE = Map.ofEntries(
            entry("orders", "/reports/orders-by-day"),
            entry("turnover", "/reports/orders-by-day"),
            entry("average", "/reports/orders-by-day"),
            entry("open", "/reports/cumulative-flow"),
            entry("late", "/orders?late=true"),
            entry("on-time", "/reports/lead-times"),
            entry("fill-rate", "/reports/short-picks"),
            entry("otif", "/reports/lead-times"),
            entry("cancellations", "/reports/lost-orders"),
            entry("straight-through", "/reports/holds-by-rule"),
            entry("touches", "/reports/holds-by-rule"),
            entry("incidents", "/process/incidents"));

    private final RecentHeadlines headlines;
    private final OpenIncidents incidents;
    private final ReportRights rights;
    private final ShowReport showReport;
    private final ReadKept kept;

    ReportHomePage(
            RecentHeadlines headlines,
            OpenIncidents incidents,
            ReportRights rights,
            ShowReport showReport,
            ReadKept kept) {
        this.headlines = headlines;
        this.incidents = incidents;
        this.rights = rights;
        this.showReport = showReport;
        this.kept = kept;
    }

    @GetMapping("/reports")
    String home(
            @ModelAttribute("address") ReportAddress address,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            Model model) {
        if (parameters.values().stream().anyMatch(values -> values.contains(""))) {
            return "redirect:" + address.at("/reports");
        }
        var period = showReport.filter(address).period();
        var texts = showReport.texts(shown);
        var calculated = headlines.of(period);
        model.addAttribute("period", period);
        model.addAttribute("calculatedAt", calculated.at());
        model.addAttribute(
                "cards",
                Stream.concat(calculated.headlines().stream(), Stream.of(incidents()))
                        .filter(headline -> headline.unit() != Unit.MONEY || rights.seesMoney(me))
                        .map(headline -> Card.of(headline, texts, more(headline.name(), address, me)))
                        .toList());
        model.addAttribute(
                "reports",
                rights.reportsFor(me).stream()
                        .map(report -> Map.of(
                                "address", address.at("/reports/" + report.name()),
                                "title", ReportTexts.title(report.name()),
                                "definition", ReportTexts.definition(report.name())))
                        .toList());
        model.addAttribute("saved", kept.saved(me));
        model.addAttribute("raised", kept.raised(me));
        return "reports";
    }

    private Headline incidents() {
        return new Headline("incidents", Unit.COUNT, BigDecimal.valueOf(incidents.count()), null, List.of());
    }

    private String more(String figure, ReportAddress address, CurrentUser me) {
        var path = MORE.get(figure);
        if (path == null || !me.mayOpen(path.replaceFirst("\\?.*", ""))) {
            return null;
        }
        var report = path.replaceFirst("^/reports/", "");
        if (report.equals(path)) {
            return path;
        }
        return rights.reportsFor(me).stream().anyMatch(one -> one.name().equals(report)) ? address.at(path) : null;
    }
}
