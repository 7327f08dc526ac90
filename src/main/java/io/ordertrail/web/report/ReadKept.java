package io.ordertrail.web.report;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.report.alert.Alert;
import io.ordertrail.report.alert.Alerts;
import io.ordertrail.report.saved.SavedReport;
import io.ordertrail.report.saved.SavedReports;
import io.ordertrail.report.table.Report;
import io.ordertrail.web.page.CurrentUser;

/** Reads what people have set up for the home: their saved reports, and the alerts that are raised. */
@Component
class ReadKept {

    private final SavedReports savedReports;
    private final Alerts alerts;
    private final ReportRights rights;

    ReadKept(SavedReports savedReports, Alerts alerts, ReportRights rights) {
        this.savedReports = savedReports;
        this.alerts = alerts;
        this.rights = rights;
    }

    /** A report that was shared with somebody who may not see it is not offered. */
    List<SavedReport> saved(CurrentUser me) {
        var visible = rights.reportsFor(me).stream().map(Report::name).toList();
        return savedReports.of(me.name(), SavedReportsPage.groups(me)).stream()
                .filter(one -> visible.contains(one.report()))
                .toList();
    }

    List<Alert> raised(CurrentUser me) {
        return me.mayOpen("/reports/alerts")
                ? alerts.all().stream().filter(Alert::isRaised).toList()
                : List.of();
    }
}
