package io.ordertrail.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.ordertrail.catalog.Company;

/** Somebody is told when no backup comes any more, whatever the reason. */
class LateBackupsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

    private JdbcClient database;
    private ReadFigures figures;

    @BeforeEach
    void backups_are_due_tomorrow() {
        var place = new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V45__backups.sql")).execute(place);
        database = JdbcClient.create(place);
        var company = new Company(Currency.getInstance("EUR"), ZoneOffset.UTC);
        figures = new ReadFigures(database, null, company, NOON);
    }

    @Test
    void where_no_backups_are_made_nothing_is_late() {
        assertThat(late()).isZero();
    }

    @Test
    void a_backup_that_was_made_is_not_late_until_an_hour_after_the_next_is_due() {
        dueAt("2026-11-30 10:00:00");
        run("BACKUP", "2026-11-29 10:00:00", "");
        assertThat(late()).isZero();
        dueAt("2026-11-29 11:00:01");
        assertThat(late()).isZero();
        dueAt("2026-11-29 10:59:59");
        assertThat(late()).as("backup and drill").isEqualTo(2);
    }

    @Test
    void a_failed_one_counts_until_one_is_right() {
        dueAt("2026-11-30 10:00:00");
        run("BACKUP", "2026-11-29 09:00:00", "");
        run("DRILL", "2026-11-29 10:00:00", "Stock does not add up");
        assertThat(late()).isEqualTo(1);
        run("DRILL", "2026-11-29 11:00:00", "");
        assertThat(late()).isZero();
    }

    private long late() {
        return figures.now(Figure.LATE_BACKUPS).longValue();
    }

    private void dueAt(String time) {
        database.sql("update backup_duty set due_at = timestamp '" + time + "'").update();
    }

    private void run(String work, String begun, String findings) {
        database.sql(
                        "insert into backup_run (work, begun_at, ended_at, bytes, findings, counts) values (:work, timestamp '"
                                + begun + "', timestamp '" + begun + "', 0, :findings, '')")
                .param("work", work)
                .param("findings", findings)
                .update();
    }
}
