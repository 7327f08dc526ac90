package io.ordertrail.web.report;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.report.figure.Reports;
import io.ordertrail.report.table.Report;
import io.ordertrail.report.table.Unit;
import io.ordertrail.web.page.CurrentUser;

/** Which reports a person may see, and which of their columns. */
@Component
class ReportRights {

    private final Reports reports;
    private final ReportSettings settings;

    ReportRights(Reports reports, ReportSettings settings) {
        this.reports = reports;
        this.settings = settings;
    }

    List<Report> reportsFor(CurrentUser me) {
        return reports.all().stream().filter(report -> sees(report, me)).toList();
    }

    /**
     * Finds a report.
     *
     * @throws UnknownReport when there is none of this name, or the person may not see it
     */
    Report find(String name, CurrentUser me) {
        return reports.find(name).filter(report -> sees(report, me)).orElseThrow(() -> new UnknownReport(name));
    }

    boolean seesMoney(CurrentUser me) {
        return is(settings.turnover(), me);
    }

    boolean seesCustomers(CurrentUser me) {
        return is(settings.customers(), me);
    }

    boolean seesPersons(CurrentUser me) {
        return is(settings.persons(), me);
    }

    /** The places of the columns that the person may see. */
    List<Integer> columns(Report report, CurrentUser me) {
        return IntStream.range(0, report.columns().size())
                .filter(at -> report.columns().get(at).unit() != Unit.MONEY || seesMoney(me))
                .boxed()
                .toList();
    }

    private boolean sees(Report report, CurrentUser me) {
        return report.needs().stream().allMatch(sight -> switch (sight) {
            case CUSTOMERS -> seesCustomers(me);
            case PERSONS -> seesPersons(me);
        });
    }

    private static boolean is(Set<Role> roles, CurrentUser me) {
        return me.is(roles.toArray(Role[]::new));
    }
}
