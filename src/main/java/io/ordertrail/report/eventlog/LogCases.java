package io.ordertrail.report.eventlog;

import java.util.Map;
import java.util.function.Consumer;

import io.ordertrail.report.eventlog.LogCase.Event;

/** Hands over the cases of a log one by one: orders, their parcels, and purchases. */
final class LogCases {

    private final ReadTraces traces;
    private final PurchaseTraces purchases;

    LogCases(ReadTraces traces, PurchaseTraces purchases) {
        this.traces = traces;
        this.purchases = purchases;
    }

    void each(LogRequest request, Consumer<LogCase> reader) {
        var process = request.process();
        var parcels = process.has(LogProcess.PARCELS);
        if (parcels || process.has(LogProcess.ORDERS)) {
            traces.each(request.period(), parcels, trace -> {
                if (process.has(LogProcess.ORDERS)) {
                    reader.accept(order(trace));
                }
                trace.parcels().forEach(parcel -> reader.accept(parcel(trace, parcel)));
            });
        }
        if (process.has(LogProcess.PURCHASES)) {
            purchases.each(request.period(), purchase -> reader.accept(purchase(purchase)));
        }
    }

    private static LogCase order(OrderTrace trace) {
        return new LogCase(
                trace.number(),
                Map.of(
                        "process", "order",
                        "customer", trace.customer(),
                        "channel", trace.channel(),
                        "country", trace.country(),
                        "state", trace.state()),
                trace.events().stream()
                        .map(event -> new Event(event.activity(), event.at(), event.actor(), event.from()))
                        .toList());
    }

    private static LogCase parcel(OrderTrace trace, OrderTrace.Parcel parcel) {
        return new LogCase(
                parcel.number(),
                Map.of("process", "parcel", "order", trace.number(), "state", parcel.state()),
                trace.carrierEvents().stream()
                        .filter(event -> event.parcel().equals(parcel.number()))
                        .map(event -> new Event(event.activity(), event.at(), null, null))
                        .toList());
    }

    private static LogCase purchase(PurchaseTraces.Purchase purchase) {
        return new LogCase(
                purchase.id(),
                Map.of(
                        "process", "purchase",
                        "product", purchase.sku(),
                        "site", purchase.site(),
                        "state", purchase.state()),
                purchase.moments().stream()
                        .map(moment -> new Event(moment.activity(), moment.at(), moment.actor(), null))
                        .toList());
    }
}
