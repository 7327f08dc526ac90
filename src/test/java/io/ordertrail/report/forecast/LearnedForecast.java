package io.ordertrail.report.forecast;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;

/** Lets a forecast that is shared by tests know the orders of a test. */
public final class LearnedForecast {

    private static final String LEARNED = "learned";

    /** Lets the forecast know so many seeded orders while the test works. */
    public static void with(int orders, Forecast forecast, Work work) throws Exception {
        with(seeded(orders), forecast, work);
    }

    /** Lets it know seeded orders of which those of the last weeks took much longer than those before. */
    public static void slower(int orders, Forecast forecast, Work work) throws Exception {
        var source = seeded(orders);
        new JdbcTemplate(source)
                .update(
                        "update order_event set at = timestampadd(day, 20, at) where to_state = 'RECEIVED' and at > '2026-10-20'");
        with(source, forecast, work);
    }

    private static void with(DataSource source, Forecast forecast, Work work) throws Exception {
        var learned = new Forecast(JdbcClient.create(source), Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC));
        var before = ReflectionTestUtils.getField(forecast, LEARNED);
        ReflectionTestUtils.setField(forecast, LEARNED, ReflectionTestUtils.getField(learned, LEARNED));
        try {
            work.run();
        } finally {
            ReflectionTestUtils.setField(forecast, LEARNED, before);
        }
    }

    private static DataSource seeded(int orders) {
        var source = ReportTables.create();
        SeededOrders.store(SeededOrders.invent(orders, 9), source);
        return source;
    }

    /** What a test does meanwhile. */
    public interface Work {
        void run() throws Exception;
    }

    private LearnedForecast() {}
}
