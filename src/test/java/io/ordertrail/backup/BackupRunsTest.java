package io.ordertrail.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.backup.BackupRuns.Run;
import io.ordertrail.backup.BackupRuns.Work;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.platform.operation.Degraded;

/** Which node makes the next backup, and where people and monitoring see what came of it. */
@JourneyTest
@Tag("database")
class BackupRunsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    BackupRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc browser;

    @Autowired
    Clock clock;

    @Autowired
    List<RestoredCheck> checks;

    @BeforeEach
    void nothing_was_done_yet() {
        sql("delete from backup_run");
        sql(
                "update backup_duty set due_at = timestamp '2000-01-01 00:00:00', taken_until = timestamp '2000-01-01 00:00:00'");
    }

    @Test
    void only_one_node_makes_a_backup_and_the_next_one_is_due_later() {
        assertThat(runs.tryBegin(Work.BACKUP)).isTrue();
        assertThat(runs.tryBegin(Work.BACKUP)).isFalse();
        assertThat(runs.tryBegin(Work.DRILL)).as("other work").isTrue();
        runs.end(backup(""), DAY);
        assertThat(runs.tryBegin(Work.BACKUP)).as("not due").isFalse();
        runs.request(Work.BACKUP);
        assertThat(runs.tryBegin(Work.BACKUP)).as("asked for").isTrue();
    }

    @Test
    void a_node_that_died_is_replaced() {
        assertThat(runs.tryBegin(Work.BACKUP)).isTrue();
        sql("update backup_duty set taken_until = timestamp '2001-01-01 00:00:00'");
        assertThat(runs.tryBegin(Work.BACKUP)).isTrue();
    }

    @Test
    void health_tells_a_failed_and_a_late_backup() {
        assertThat(health("/somewhere", DAY).getStatus()).as("not yet").isEqualTo(Status.UNKNOWN);
        runs.record(backup(""));
        assertThat(health("/somewhere", DAY).getStatus()).isEqualTo(Status.UP);
        assertThat(health("/somewhere", Duration.ofSeconds(1)).getStatus())
                .as("late")
                .isEqualTo(Degraded.STATUS);
        runs.record(drill("CUP at VIE: on hand is 8, its movements make 7"));
        assertThat(health("/somewhere", DAY).getStatus()).as("a drill failed").isEqualTo(Degraded.STATUS);
        assertThat(health("/somewhere", DAY).getDetails())
                .extractingByKey("drill")
                .asString()
                .contains("on hand is 8");
        assertThat(health("", DAY).getStatus()).as("no folder").isEqualTo(Degraded.STATUS);
        assertThat(health("", Duration.ZERO).getStatus()).as("switched off").isEqualTo(Status.UP);
    }

    @Test
    void health_tells_a_drill_that_never_came_and_the_size_of_the_backup() {
        runs.record(backup(""));
        assertThat(health("/somewhere", DAY).getStatus()).as("to come").isEqualTo(Status.UP);
        assertThat(health("/somewhere", DAY).getDetails())
                .extractingByKey("backup")
                .asString()
                .contains(".backup, 2 kB, at ");
        var first = clock.instant().minus(DAY.multipliedBy(2));
        runs.record(new Run(Work.BACKUP, first, first, "first.backup", 1, "", ""));
        assertThat(health("/somewhere", DAY).getStatus()).as("never").isEqualTo(Degraded.STATUS);
    }

    @Test
    void metrics_tell_age_and_size_and_the_last_proof() {
        runs.record(backup(""));
        runs.record(backup("disk full"));
        var fresh = new SimpleMeterRegistry();
        new BackupMetrics(runs, clock).bindTo(fresh);
        assertThat(fresh.get("ordertrail.backup.size").gauge().value()).isEqualTo(2048);
        assertThat(fresh.get("ordertrail.backup.age").gauge().value()).isBetween(60.0, 120.0);
        assertThat(fresh.get("ordertrail.backup.proof.age").gauge().value()).isNaN();
    }

    @Test
    void managers_see_what_a_drill_found() throws Exception {
        runs.record(backup(""));
        runs.record(drill("CUP at VIE: on hand is 8, its movements make 7"));
        browser.perform(get("/backups").with(user("maya").roles("managers")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("CUP at VIE: on hand is 8, its movements make 7")))
                .andExpect(content().string(containsString("ordertrail-20261129T120000Z.backup")))
                .andExpect(content().string(containsString(">Orders</th><td class=\"number\">40</td>")));
    }

    @Test
    void stock_and_orders_are_among_what_a_drill_checks() {
        assertThat(checks).hasSizeGreaterThanOrEqualTo(2);
        assertThat(checks)
                .filteredOn(check -> check.getClass().getSimpleName().equals("RestoredStock"))
                .hasSize(1);
    }

    private Health health(String folder, Duration every) {
        var settings = new BackupSettings(
                folder, every, DAY, "", Path.of("key"), new BackupSettings.Keep(1, 1, 1), List.of(), "", "");
        return new BackupHealthIndicator(settings, runs, clock).health();
    }

    private Run backup(String findings) {
        return run(Work.BACKUP, findings, "");
    }

    private Run drill(String findings) {
        return run(Work.DRILL, findings, "customer_order 40 40 43");
    }

    private Run run(Work work, String findings, String counts) {
        Instant ended = clock.instant().minusSeconds(60);
        return new Run(
                work, ended.minusSeconds(5), ended, "ordertrail-20261129T120000Z.backup", 2048, findings, counts);
    }

    private void sql(String statement) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> database.sql(statement).update());
    }
}
