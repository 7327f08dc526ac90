package io.ordertrail.web.report;

import java.io.IOException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import io.ordertrail.web.export.ExportTrail;
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
            HttpServletResponse response)
            throws IOException {
        var file = file(name, address, ListFormat.CSV, me, shown);
        send(response, "text/csv;charset=UTF-8", name + ".csv");
        file.csv(response.getOutputStream());
    }

    @GetMapping("/reports/{name}/xlsx")
    void xlsx(
            @PathVariable String name,
            @ModelAttribute("address") ReportAddress address,
            @ModelAttribute("me") CurrentUser me,
            @ModelAttribute("shown") Formats shown,
            HttpServletResponse response)
            throws IOException {
        var file = file(name, address, ListFormat.XLSX, me, shown);
        send(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
        file.xlsx(response.getOutputStream());
    }

    private ReportFile file(String name, ReportAddress address, ListFormat format, CurrentUser me, Formats shown) {
        var table = showReport.table(rights.find(name, me), address, me);
        exports.begin("report " + name, format, address);
        exports.end("report " + name, table.rows().size());
        return new ReportFile(table, showReport.texts(shown));
    }

    private static void send(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
