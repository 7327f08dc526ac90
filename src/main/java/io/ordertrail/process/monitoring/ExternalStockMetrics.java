package io.ordertrail.process.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import io.ordertrail.process.order.ExternalStockWaits;
import io.ordertrail.process.order.ExternalStockWaits.Count;
import io.ordertrail.settings.WithExternalStockSystem;

/** How many orders wait for the company's own stock system; each node tells the same. */
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
                        "ordertrail.stock.system.waiting",
                        () -> waits.now()
                                .map(Count::waiting)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description("Orders to which the company's own stock system gave no good answer until now")
                .register(registry);
    }
}
