package io.ordertrail.report.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;

/** The command as operators type it. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("database")
class EventLogCommandTest {

    private static final int ORDERS = 40;

    @TempDir
    Path folder;

    @Test
    void it_writes_each_format_into_a_file_and_leaves_nothing_else(CapturedOutput output) throws Exception {
        var source = ReportTables.create();
        var orders = SeededOrders.invent(ORDERS, 5);
        SeededOrders.store(orders, source);
        for (var format : LogFormat.values()) {
            var file = folder.resolve("log." + format.ending());
            assertThat(run(source, "event-log", format.name().toLowerCase(), file.toString()))
                    .isZero();
            assertThat(file).isNotEmptyFile();
        }
        try (var csv = Files.newInputStream(folder.resolve("log.csv"))) {
            assertThat(LogAnalysis.csv(csv).events())
                    .hasSize(
                            orders.stream().mapToInt(one -> one.events().size()).sum());
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(LogFormat.values().length);
        }
        assertThat(output).contains("Written: " + folder.resolve("log.xes"));
    }

    @Test
    void a_period_a_process_and_names_are_chosen_by_options() throws Exception {
        var source = ReportTables.create();
        SeededOrders.store(SeededOrders.invent(ORDERS, 5), source);
        new JdbcTemplate(source).update("update order_event set actor = 'anna' where actor = 'person-0'");
        var file = folder.resolve("log.csv");
        assertThat(run(source, "event-log", "csv", file.toString(), "--from=2031-01-01"))
                .isZero();
        assertThat(Files.readAllLines(file)).as("the heading alone").hasSize(1);
        assertThat(run(source, "event-log", "csv", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("person-1").doesNotContain("anna");
        assertThat(run(source, "event-log", "csv", file.toString(), "--named")).isZero();
        assertThat(Files.readString(file)).contains("anna");
        assertThat(run(source, "event-log", "csv", file.toString(), "--process=purchases"))
                .isZero();
        assertThat(Files.readAllLines(file)).as("nobody has bought anything").hasSize(1);
    }

    @Test
    void a_process_that_has_no_log_is_not_taken_for_all(CapturedOutput output) throws Exception {
        var file = folder.resolve("log.csv");
        assertThat(run(ReportTables.create(), "event-log", "csv", file.toString(), "--process=returns"))
                .isEqualTo(2);
        assertThat(output).contains("--process= takes all, orders, parcels or purchases");
        assertThat(file).doesNotExist();
    }

    @Test
    void it_says_what_is_missing(CapturedOutput output) {
        assertThat(EventLogCommand.run("event-log")).isEqualTo(2);
        assertThat(EventLogCommand.run("event-log", "pdf", "x")).isEqualTo(2);
        assertThat(output)
                .contains("The event log is not written: name a format (csv, xes, ocel or sqlite) and a file");
    }

    @Test
    void the_application_itself_is_no_command() {
        assertThat(EventLogCommand.isRequested()).isFalse();
        assertThat(EventLogCommand.isRequested("--from=event-log")).isFalse();
        assertThat(EventLogCommand.isRequested("event-log", "csv", "x")).isTrue();
    }

    private static int run(DataSource source, String... command) throws Exception {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try (var connection = source.getConnection()) {
            return EventLogCommand.run(Stream.concat(
                            Stream.of(command),
                            Stream.of(
                                    "--spring.datasource.url="
                                            + connection.getMetaData().getURL(),
                                    "--spring.datasource.username="
                                            + user(connection.getMetaData().getUserName())))
                    .toArray(String[]::new));
        } finally {
            System.clearProperty(logging);
        }
    }

    private static String user(String name) {
        return name.replaceFirst("@.*", "");
    }
}
