package io.ordertrail.report.hours;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.Refusal;

/** The business hours of the sites. A site without any is measured around the clock. */
@Component
@Transactional
public class SiteHours {

    /**
     * Hours as they are stored.
     *
     * @param version rises with each change
     */
    public record Stored(BusinessHours hours, int version) {}

    /** What the trail of changes records. */
    record Recorded(String businessHours, String holidays) {}

    private final JdbcClient database;
    private final ChangeLog log;

    SiteHours(JdbcClient database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public Optional<Stored> find(String site) {
        return find(site, database);
    }

    @Transactional(readOnly = true)
    public List<String> sites() {
        return database.sql("select site from business_hours order by site")
                .query(String.class)
                .list();
    }

    /** The clock of a site, for readers who have its tables alone. */
    public static WorkingTime clock(String site, ZoneId zone, JdbcClient database) {
        return find(site, database).map(stored -> stored.hours().in(zone)).orElse(WorkingTime.ALWAYS);
    }

    private static Optional<Stored> find(String site, JdbcClient database) {
        return database.sql("select week, holidays, version from business_hours where site = :site")
                .param("site", site)
                .query((row, i) -> new Stored(
                        BusinessHours.stored(row.getString("week"), row.getString("holidays")), row.getInt("version")))
                .optional();
    }

    /**
     * Stores the hours of a site.
     *
     * @param version that the person saw; 0 when there were none
     * @throws Refusal when somebody has changed them meanwhile
     */
    public void save(String site, BusinessHours hours, int version) {
        var former = find(site);
        if (former.map(Stored::version).orElse(0) != version || write(site, hours, version) != 1) {
            throw new Refusal(Refusal.Kind.CONFLICT, "hours.changed");
        }
        log.record(
                new Subject(Subject.Kind.SITE, site),
                Act.CHANGED,
                former.map(stored -> recorded(stored.hours())).orElse(Snapshot.NONE),
                recorded(hours));
    }

    private int write(String site, BusinessHours hours, int version) {
        return database.sql(
                        version == 0
                                ? "insert into business_hours (site, week, holidays, version) values (:site, :week, :holidays, :version + 1)"
                                : "update business_hours set week = :week, holidays = :holidays, version = version + 1"
                                        + " where site = :site and version = :version")
                .param("site", site)
                .param("week", hours.weekText())
                .param("holidays", hours.holidaysText())
                .param("version", version)
                .update();
    }

    private static Snapshot recorded(BusinessHours hours) {
        return Snapshot.of(new Recorded(hours.weekText(), hours.holidaysText()));
    }
}
