package io.ordertrail.report.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.ordertrail.intake.file.SharedFiles;

/**
 * The analysis that reads our logs in the tests reads logs of others as everybody does. A database counts a second time
 * what it says.
 */
class KnownLogsTest {

    @Test
    void an_order_process_that_others_recorded_has_its_known_cases_events_and_variants() throws Exception {
        try (var file = Files.newInputStream(SharedFiles.at("eventlogs/interval_event_log.csv"))) {
            var log = LogAnalysis.csv(file);
            assertThat(log.cases()).isEqualTo(1266);
            assertThat(log.events()).hasSize(8109);
            assertThat(log.variants()).hasSize(9);
            assertThat(log.commonest().getValue()).isEqualTo(503);
            assertThat(log.commonest().getKey())
                    .startsWith("place order", "send invoice")
                    .endsWith("confirm payment");
            assertCountedTwice(log);
        }
    }

    @Test
    void receipts_of_a_municipality_have_their_known_cases_events_and_variants() throws Exception {
        try (var file = new GZIPInputStream(Files.newInputStream(SharedFiles.at("eventlogs/08_receipt.xes.gz")))) {
            var log = LogAnalysis.xes(file);
            assertThat(log.cases()).isEqualTo(1434);
            assertThat(log.events()).hasSize(8577);
            assertThat(log.variants()).hasSize(116);
            assertThat(log.commonest().getKey()).startsWith("Confirmation of receipt");
            assertCountedTwice(log);
        }
    }

    private static void assertCountedTwice(LogAnalysis log) {
        var database = new JdbcTemplate(
                new SingleConnectionDataSource("jdbc:h2:mem:log_" + UUID.randomUUID(), "sa", "", true));
        database.execute(
                "create table log (position int, instance varchar, activity varchar, begun timestamp(9), ended timestamp(9))");
        var rows = new ArrayList<Object[]>();
        log.events()
                .forEach(event -> rows.add(new Object[] {
                    rows.size(),
                    event.instance(),
                    event.activity(),
                    LocalDateTime.ofInstant(event.begun(), ZoneOffset.UTC),
                    LocalDateTime.ofInstant(event.ended(), ZoneOffset.UTC)
                }));
        database.batchUpdate("insert into log values (?, ?, ?, ?, ?)", rows);
        database.execute("""
            create table path as select instance, listagg(activity, ' > ') within group (order by begun, position) as steps
            from log group by instance""");
        assertThat(number("select count(*) from path", database)).isEqualTo(log.cases());
        assertThat(number("select count(distinct steps) from path", database))
                .isEqualTo(log.variants().size());
        assertThat(number("select max(n) from (select count(*) as n from path group by steps) v", database))
                .isEqualTo(log.commonest().getValue());
        assertThat(database.queryForObject(
                        "select steps from path group by steps order by count(*) desc limit 1", String.class))
                .isEqualTo(String.join(" > ", log.commonest().getKey()));
        var median = number("""
            select cast(floor(median(lasted)) as bigint) from (
              select datediff(millisecond, min(begun), max(ended)) as lasted from log group by instance) d""", database);
        assertThat(Duration.ofMillis(median))
                .isEqualTo(Duration.ofMillis(log.median().toMillis()));
        assertThat(log.median()).isPositive();
    }

    private static long number(String sql, JdbcTemplate database) {
        return database.queryForObject(sql, Long.class);
    }
}
