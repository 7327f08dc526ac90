package io.ordertrail.report.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;
import io.ordertrail.report.table.ReportPeriod;

/** The memory that a log takes does not grow with its orders: those that are written are forgotten. */
class EventLogMemoryTest {

    private static final int ORDERS = 9_000;
    private static final ReportPeriod ALL =
            new ReportPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), ZoneOffset.UTC);
    /** Those of one batch, and what a writer holds of the last one. */
    private static final int FEW = 600;

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 4 * MEGABYTE;

    private static DataSource source;
    private static long events;

    /** Reads as ever, and remembers the orders as long as anybody else does. */
    private static final class Watched extends ReadTraces {

        private final List<WeakReference<OrderTrace>> read = new ArrayList<>();
        private long memory;

        private Watched(JdbcClient client) {
            super(client);
        }

        @Override
        void each(ReportPeriod period, boolean withObjects, Consumer<OrderTrace> reader) {
            read.clear();
            super.each(period, withObjects, trace -> {
                read.add(new WeakReference<>(trace));
                reader.accept(trace);
            });
            memory = used();
        }

        private long held() {
            return read.stream().filter(one -> one.get() != null).count();
        }
    }

    @BeforeAll
    static void orders() {
        var orders = SeededOrders.invent(ORDERS, 11);
        events = orders.stream().mapToLong(order -> order.events().size()).sum();
        source = ReportTables.create();
        SeededOrders.store(orders, source);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_forgotten(LogFormat format) {
        assertThat(events).isGreaterThan(50_000);
        var traces = new Watched(JdbcClient.create(source));
        var log = new EventLog(
                traces, new PurchaseTraces(JdbcClient.create(source)), new DataSourceTransactionManager(source));
        var bytes = new AtomicLong();
        var before = used();
        log.write(new LogRequest(ALL, LogProcess.ALL, format, false), counting(bytes));
        assertThat(traces.read).hasSize(ORDERS);
        assertThat(traces.held()).isLessThan(FEW);
        assertThat(traces.memory - before).isLessThan(LITTLE);
        assertThat(bytes.get()).as("the file does not fit in there").isGreaterThan(LITTLE);
    }

    private static OutputStream counting(AtomicLong bytes) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.addAndGet(length);
            }
        };
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
