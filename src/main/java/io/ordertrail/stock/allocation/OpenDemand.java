package io.ordertrail.stock.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import io.ordertrail.stock.allocation.Demand.DemandLine;

/** What the lines of an order still lack while goods are allocated to them. */
final class OpenDemand {

    private final Map<DemandLine, Integer> openUnits = new LinkedHashMap<>();

    OpenDemand(List<DemandLine> missing) {
        missing.forEach(line -> openUnits.put(line, line.quantity()));
    }

    /** Units per SKU, in SKU order. */
    SortedMap<String, Integer> quantityBySku() {
        var quantities = new TreeMap<String, Integer>();
        openUnits.forEach((line, open) -> quantities.merge(line.sku(), open, Integer::sum));
        quantities.values().removeIf(open -> open == 0);
        return quantities;
    }

    /** Allocates units of a product to the lines that lack it, the first line first. */
    void allocate(String sku, int units, BiConsumer<DemandLine, Integer> recipient) {
        var remaining = units;
        for (var line : openUnits.entrySet()) {
            var allocated = line.getKey().sku().equals(sku) ? Math.min(remaining, line.getValue()) : 0;
            if (allocated > 0) {
                remaining -= allocated;
                line.setValue(line.getValue() - allocated);
                recipient.accept(line.getKey(), allocated);
            }
        }
    }
}
