package io.ordertrail.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.ordertrail.catalog.Company;
import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;
import io.ordertrail.encryption.TestKeys;
import io.ordertrail.report.table.ReportFilter;
import io.ordertrail.report.table.ReportPeriod;

/**
 * How long the reports take when there are a million orders. Prints median and p95 of the calls; {@code -Dorders=100000}
 * asks for fewer orders, {@code -Dfilled=reports_1a2b} names a schema that has them already.
 */
@Tag("benchmark")
@OnMySql
class ReportsBenchmark {

    private static final int ORDERS = Integer.getInteger("orders", 1_000_000);
    private static final String FILLED = System.getProperty("filled");
    private static final int CALLS = Integer.getInteger("calls", 20);
    private static final Duration REPORT = Duration.ofSeconds(2);
    private static final Duration HOME = Duration.ofSeconds(1);
    private static final LocalDate TODAY = LocalDate.ofInstant(SeededOrders.NOW, ZoneOffset.UTC);

    @Test
    void reports_and_the_home_answer_in_time() throws Exception {
        var source = source();
        var client = JdbcClient.create(source);
        var company = new Company(Currency.getInstance("EUR"), ZoneOffset.UTC);
        var clock = Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC);
        var slow = new ArrayList<String>();
        var headlines = new Headlines(client, company, clock);
        for (var days : List.of(30, 90)) {
            var period = new ReportPeriod(TODAY.minusDays(days - 1L), TODAY, ZoneOffset.UTC);
            check(slow, HOME, "home, " + days + " days", () -> headlines.of(period));
            var cipher = TestKeys.cipher();
            for (var report : new Reports(client, company, clock, cipher, TestKeys.subjects(client, cipher)).all()) {
                check(slow, REPORT, report.name() + ", " + days + " days", () -> {
                    report.rows(ReportFilter.of(period));
                    if (report.isCompared()) {
                        report.rows(ReportFilter.of(period).before());
                    }
                });
            }
        }
        assertThat(slow).isEmpty();
    }

    private static DataSource source() {
        if (FILLED != null) {
            return new SingleConnectionDataSource(System.getenv(DatabaseTest.SERVER) + "/" + FILLED, "root", "", true);
        }
        var source = ReportTables.create();
        var begun = System.nanoTime();
        ManyReported.fill(source, ORDERS);
        System.out.printf("%,d orders in %d s%n", ORDERS, (System.nanoTime() - begun) / 1_000_000_000);
        return source;
    }

    private static void check(List<String> slow, Duration most, String what, Runnable call) {
        call.run();
        var times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            var begun = System.nanoTime();
            call.run();
            times[i] = (System.nanoTime() - begun) / 1e6;
            if (times[i] > 10 * most.toMillis()) {
                times = new double[] {times[i]}; // so slow that one call says it
                break;
            }
        }
        Arrays.sort(times);
        var p95 = times[(int) Math.ceil(times.length * 0.95) - 1];
        System.out.printf("%-40s median %8.1f ms   p95 %8.1f ms%n", what, times[times.length / 2], p95);
        if (p95 > most.toMillis()) {
            slow.add("%s: %.0f ms".formatted(what, p95));
        }
    }
}
