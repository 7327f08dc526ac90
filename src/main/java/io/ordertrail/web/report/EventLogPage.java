package io.ordertrail.web.report;

import java.io.IOException;
import java.time.LocalDate;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.report.eventlog.EventLog;
import io.ordertrail.report.eventlog.LogFormat;
import io.ordertrail.report.eventlog.LogProcess;
import io.ordertrail.report.eventlog.LogRequest;
import io.ordertrail.web.export.ExportTrail;
import io.ordertrail.web.page.CurrentUser;

/** The event log of a period, as a file for programs for process mining. */
@Controller
class EventLogPage {

    /** What the file is about. */
    private record Filter(LocalDate from, LocalDate to, LogProcess process, boolean named) {}

    private final EventLog eventLog;
    private final ShowReport showReport;
    private final ReportRights rights;
    private final ExportTrail exports;

    EventLogPage(EventLog eventLog, ShowReport showReport, ReportRights rights, ExportTrail exports) {
        this.eventLog = eventLog;
        this.showReport = showReport;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/reports/event-log")
    String page(@ModelAttribute("address") ReportAddress address, @ModelAttribute("me") CurrentUser me, Model model) {
        model.addAttribute("period", showReport.filter(address).period());
        model.addAttribute("formats", LogFormat.values());
        model.addAttribute("processes", LogProcess.values());
        model.addAttribute("mayName", rights.seesPersons(me));
        return "event-log";
    }

    /** Writes the file while it reads the database. */
    @GetMapping("/reports/event-log/file")
    void file(
            @ModelAttribute("address") ReportAddress address,
            @RequestParam LogFormat format,
            @RequestParam(defaultValue = "ALL") LogProcess process,
            @RequestParam(defaultValue = "false") boolean named,
            @ModelAttribute("me") CurrentUser me,
            HttpServletResponse response)
            throws IOException {
        if (named && !rights.seesPersons(me)) {
            throw new Refusal(Refusal.Kind.INVALID, "eventlog.named.refused");
        }
        var period = showReport.filter(address).period();
        exports.begin("event log", format, new Filter(period.from(), period.to(), process, named));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name(period.from(), period.to(), format))
                        .build()
                        .toString());
        eventLog.write(new LogRequest(period, process, format, named), response.getOutputStream());
    }

    private static String name(LocalDate from, LocalDate to, LogFormat format) {
        return "event-log-" + from + "-" + to + "." + format.ending();
    }
}
