package io.ordertrail.web.report;

import java.util.List;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.report.hours.SiteHours;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** The page of each report. The address contains the filter. */
@Controller
class ReportsPage {

    private final ReportRights rights;
    private final ShowReport showReport;
    private final Sites sites;
    private final SiteHours siteHours;

    ReportsPage(ReportRights rights, ShowReport showReport, Sites sites, SiteHours siteHours) {
        this.rights = rights;
        this.showReport = showReport;
        this.sites = sites;
        this.siteHours = siteHours;
    }

    @GetMapping("/reports/{name}")
    String report(
            @PathVariable String name,
            @ModelAttribute("address") ReportAddress address,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            @RequestHeader(name = "HX-Request", required = false) String whileTyping,
            HttpServletResponse response,
            Model model) {
        var report = rights.find(name, me);
        var here = address.at("/reports/" + name);
        if (whileTyping != null) {
            response.setHeader("HX-Push-Url", here);
        } else if (parameters.values().stream().anyMatch(values -> values.contains(""))) {
            return "redirect:" + here;
        }
        var table = showReport.table(report, address, me);
        model.addAttribute("view", ReportView.of(table, showReport.texts(shown), address));
        addFilter(report, address, model);
        model.addAttribute("groups", SavedReportsPage.groups(me));
        return "report";
    }

    private void addFilter(Report report, ReportAddress address, Model model) {
        var filter = showReport.filter(address);
        model.addAttribute("period", filter.period());
        model.addAttribute(
                "fields",
                report.filters().stream().map(ReportFilter.Field::name).toList());
        model.addAttribute(
                "clocks", report.filters().contains(ReportFilter.Field.CLOCK) ? siteHours.sites() : List.of());
        model.addAttribute(
                "sites", report.filters().contains(ReportFilter.Field.SITE) ? sites.findAllByOrderByCode() : List.of());
    }
}
