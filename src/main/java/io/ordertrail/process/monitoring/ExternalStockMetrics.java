package io.ordertrail.process.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.process.order.ExternalStockWaits;
import io.ordertrail.process.order.ExternalStockWaits.Count;
import io.ordertrail.settings.WithExternalStockSystem;

/**
 * How many orders wait for the external stock system. The figure comes from the database and is the same on each node.
 */
@Component
@WithExternalStockSystem
class ExternalStockMetrics implements MeterBinder {

    private final ExternalStockWaits waits;

    ExternalStockMetrics(ExternalStockWaits waits) {
        this.waits = waits;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "ordertrail.external.stock.waiting",
                        () -> waits.count()
                                .map(Count::waiting)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description("Orders that have no successful answer of the external stock system yet")
                .register(registry);
    }
}
