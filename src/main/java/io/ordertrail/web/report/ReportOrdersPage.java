package io.ordertrail.web.report;

import java.time.DateTimeException;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import io.ordertrail.refusal.Sentence;
import io.ordertrail.report.figure.OrdersBehind;
import io.ordertrail.report.figure.OrdersBehind.Cell;
import io.ordertrail.report.figure.OrdersBehind.Found;
import io.ordertrail.report.table.Column;
import io.ordertrail.report.table.Report;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** The orders behind a figure of a report. The address names its row and its column, beside the filter. */
@Controller
class ReportOrdersPage {

    private static final int ON_A_PAGE = 500;
    /** Their labels are messages, which not every text has. */
    private static final Set<Report.Keys> WORDS = Set.of(Report.Keys.STATE, Report.Keys.WORD);

    private final ReportRights rights;
    private final ShowReport showReport;
    private final OrdersBehind ordersBehind;

    ReportOrdersPage(ReportRights rights, ShowReport showReport, OrdersBehind ordersBehind) {
        this.rights = rights;
        this.showReport = showReport;
        this.ordersBehind = ordersBehind;
    }

    @GetMapping("/reports/{name}/orders")
    String orders(
            @PathVariable String name,
            @ModelAttribute("wanted") FigureAddress wanted,
            @ModelAttribute("address") ReportAddress address,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            Model model) {
        var report = rights.find(name, me);
        var column = wanted.figure().isEmpty() ? null : column(report, wanted, me);
        var filter = showReport.filter(address);
        model.addAttribute("title", title(report, wanted, column, showReport.texts(shown)));
        model.addAttribute("report", ReportTexts.title(name));
        model.addAttribute("definition", column == null ? null : ReportTexts.definition(column));
        var orders = ordersBehind.find(
                new Cell(report, wanted.key(), column == null ? Column.ALL : column.orders()),
                filter,
                wanted.page() * ON_A_PAGE,
                ON_A_PAGE + 1);
        addOrders(orders, wanted, model);
        model.addAttribute("seesMoney", rights.seesMoney(me));
        model.addAttribute("seesCustomers", rights.seesCustomers(me));
        model.addAttribute("back", address.at("/reports/" + name));
        model.addAttribute("older", wanted.older().at(address, name));
        model.addAttribute("newest", wanted.newest().at(address, name));
        model.addAttribute("period", report.hasPeriod() && report.isOfEntries() ? filter.period() : null);
        return "report-orders";
    }

    private static void addOrders(List<Found> orders, FigureAddress wanted, Model model) {
        var shown = orders.subList(0, Math.min(ON_A_PAGE, orders.size()));
        model.addAttribute("orders", shown);
        model.addAttribute("more", orders.size() > ON_A_PAGE);
        model.addAttribute("first", wanted.page() * ON_A_PAGE + 1);
        model.addAttribute("last", wanted.page() * ON_A_PAGE + shown.size());
    }

    /** All rows together have a figure where it can be added. */
    private Column column(Report report, FigureAddress wanted, CurrentUser me) {
        return rights.columns(report, me).stream()
                .map(report.columns()::get)
                .filter(one -> one.code().equals(wanted.figure()) && one.standsForOrders())
                .filter(one -> one.additive() || wanted.key() != null)
                .findFirst()
                .orElseThrow(() -> new UnknownFigure(wanted.figure()));
    }

    private static String title(Report report, FigureAddress wanted, Column column, ReportTexts texts) {
        var row = wanted.key() == null ? Sentence.of("report.total") : label(report, wanted.key(), texts);
        var title = ReportTexts.title(report.name());
        return column == null
                ? Sentence.of("report.orders", title, row)
                : Sentence.of("report.orders.figure", title, row, ReportTexts.heading(column));
    }

    private static String label(Report report, String key, ReportTexts texts) {
        try {
            var label = texts.label(report.keys(), key);
            if (label.endsWith("." + key) && WORDS.contains(report.keys())) {
                throw new UnknownFigure(key);
            }
            return label;
        } catch (DateTimeException | IllegalArgumentException noSuchRow) {
            throw new UnknownFigure(key);
        }
    }
}
