package io.ordertrail.process.monitoring;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.audit.LastStockCheck;

/** The result of the last stock check, as metrics. The figures come from the database and are the same on each node. */
@Component
public class StockCheckMetrics implements MeterBinder {

    private static final double MILLIS = 1000;

    private final LastStockCheck last;
    private final Clock clock;

    public StockCheckMetrics(LastStockCheck last, Clock clock) {
        this.last = last;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "ordertrail.stock.violations",
                        () -> last.result()
                                .map(check -> (double) check.violations())
                                .orElse(Double.NaN))
                .description("Places where the stock does not add up")
                .register(registry);
        Gauge.builder(
                        "ordertrail.stock.check.age",
                        () -> last.result()
                                .map(check -> Duration.between(check.at(), clock.instant())
                                                .toMillis()
                                        / MILLIS)
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("Time since the last stock check")
                .register(registry);
    }
}
