package io.ordertrail.process.monitoring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.schedule.CachedReading;
import io.ordertrail.stock.stocktake.StockAccuracy;

/** Inventory accuracy of the last 90 days, as a metric. */
@Component
class AccuracyMetric implements MeterBinder {

    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Duration CACHED_FOR = Duration.ofMinutes(5);
    private static final double HUNDRED_PERCENT = 100;

    private final CachedReading<Optional<BigDecimal>> share;

    AccuracyMetric(StockAccuracy accuracy, Clock clock) {
        this.share = new CachedReading<>(() -> accuracy.share(clock.instant().minus(QUARTER)), CACHED_FOR);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "ordertrail.stock.accuracy",
                        () -> share.value()
                                .flatMap(reading -> reading)
                                .map(percent -> percent.doubleValue() / HUNDRED_PERCENT)
                                .orElse(Double.NaN))
                .description("Share of items counted in stocktakes of the last 90 days that were right")
                .register(registry);
    }
}
