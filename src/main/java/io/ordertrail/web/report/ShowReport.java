package io.ordertrail.web.report;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.web.page.CurrentUser;
import io.ordertrail.web.page.Formats;

/** Reads the figures of a report that a person may see. */
@Component
@Transactional(readOnly = true)
class ShowReport {

    private final ReportRights rights;
    private final Company company;
    private final Clock clock;

    ShowReport(ReportRights rights, Company company, Clock clock) {
        this.rights = rights;
        this.company = company;
        this.clock = clock;
    }

    ReportFilter filter(ReportAddress address) {
        return address.filter(LocalDate.ofInstant(clock.instant(), company.timeZone()), company.timeZone());
    }

    ReportTable table(Report report, ReportAddress address, CurrentUser me) {
        var filter = filter(address);
        return ReportTable.of(
                report,
                rights.columns(report, me),
                report.rows(filter),
                report.isCompared() ? report.rows(filter.before()) : null);
    }

    ReportTexts texts(Formats shown) {
        return new ReportTexts(shown, company.currency());
    }
}
