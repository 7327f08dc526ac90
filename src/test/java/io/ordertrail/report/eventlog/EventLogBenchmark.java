package io.ordertrail.report.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.database.OnMySql;
import io.ordertrail.report.figure.ManyReported;
import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.table.ReportPeriod;

/**
 * How long a million events take to be written, and how much memory. Prints both; {@code -Dfilled=reports_1a2b} names a
 * schema that has a million orders already.
 */
@Tag("benchmark")
@OnMySql
class EventLogBenchmark {

    private static final String FILLED = System.getProperty("filled");
    /** 150 days of the company have a million events. */
    private static final ReportPeriod PERIOD =
            new ReportPeriod(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 11, 15), ZoneOffset.UTC);

    private static final long SECONDS = 60;
    private static final long MEGABYTES = 64;
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @EnumSource
    void a_million_events_are_written_in_a_minute_and_in_little_memory(LogFormat format) {
        var source = source();
        var client = JdbcClient.create(source);
        var log = new EventLog(
                new ReadTraces(client), new PurchaseTraces(client), new DataSourceTransactionManager(source));
        System.gc();
        var before = live();
        var most = new AtomicLong(before);
        var begun = System.nanoTime();
        var bytes = new AtomicLong();
        log.write(new LogRequest(PERIOD, LogProcess.ALL, format, false), new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                if (bytes.addAndGet(length) / (4 * MEGABYTE) != (bytes.get() - length) / (4 * MEGABYTE)) {
                    System.gc();
                    most.accumulateAndGet(live(), Math::max);
                }
            }
        });
        var seconds = (System.nanoTime() - begun) / 1_000_000_000;
        System.out.printf(
                "%-8s %,d bytes in %d s, %d MB more%n", format, bytes.get(), seconds, (most.get() - before) / MEGABYTE);
        assertThat(seconds).isLessThanOrEqualTo(SECONDS);
        assertThat((most.get() - before) / MEGABYTE).isLessThanOrEqualTo(MEGABYTES);
    }

    /** What the collector could not free when it ran last. */
    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(EventLogBenchmark::used)
                .sum();
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getCollectionUsage().getUsed();
    }

    private static DataSource source() {
        if (FILLED != null) {
            return new SingleConnectionDataSource(System.getenv(DatabaseTest.SERVER) + "/" + FILLED, "root", "", true);
        }
        var source = ReportTables.create();
        ManyReported.fill(source, 1_000_000);
        return source;
    }
}
