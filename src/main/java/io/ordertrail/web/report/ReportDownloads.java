package io.ordertrail.web.report;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.export.ListFile;
import io.ordertrail.web.export.ListFormat;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** The figures of a report as files. The trail says who took them. */
@Controller
class ReportDownloads {

    private final ReportRights rights;
    private final ShowReport showReport;
    private final ExportTrail exports;

    ReportDownloads(ReportRights rights, ShowReport showReport, ExportTrail exports) {
        this.rights = rights;
        this.showReport = showReport;
        this.exports = exports;
    }

    @GetMapping("/reports/{name}/csv")
    void csv(
            @PathVariable String name,
            @ModelAttribute("address") ReportAddress address,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            HttpServletResponse response) {
        exports.send(file(name, address, me, shown), address, ListFormat.CSV, response);
    }

    @GetMapping("/reports/{name}/xlsx")
    void xlsx(
            @PathVariable String name,
            @ModelAttribute("address") ReportAddress address,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            HttpServletResponse response) {
        exports.send(file(name, address, me, shown), address, ListFormat.XLSX, response);
    }

    private ListFile file(String name, ReportAddress address, CurrentUser me, Formats shown) {
        return ReportFile.of(showReport.table(rights.find(name, me), address, me), showReport.texts(shown));
    }
}
