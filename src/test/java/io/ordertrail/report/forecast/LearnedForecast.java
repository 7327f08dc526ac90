package io.ordertrail.report.forecast;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import io.ordertrail.report.figure.ReportTables;
import io.ordertrail.report.figure.SeededOrders;

/** Lets a forecast that is shared by tests know the orders of a test. */
public final class LearnedForecast {

    private static final String LEARNED = "learned";

    /** Lets the forecast know so many seeded orders while the test works. */
    public static void with(int orders, Forecast forecast, Work work) throws Exception {
        var before = ReflectionTestUtils.getField(forecast, LEARNED);
        ReflectionTestUtils.setField(forecast, LEARNED, ReflectionTestUtils.getField(of(orders), LEARNED));
        try {
            work.run();
        } finally {
            ReflectionTestUtils.setField(forecast, LEARNED, before);
        }
    }

    private static Forecast of(int orders) {
        var source = ReportTables.create();
        SeededOrders.store(SeededOrders.invent(orders, 9), source);
        return new Forecast(JdbcClient.create(source), Clock.fixed(SeededOrders.NOW, ZoneOffset.UTC));
    }

    /** What a test does meanwhile. */
    public interface Work {
        void run() throws Exception;
    }

    private LearnedForecast() {}
}
