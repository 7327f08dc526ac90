package io.ordertrail.stock.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import io.ordertrail.stock.allocation.Demand.Wanted;

/** What the lines of an order lack, while it is handed out to them. */
final class OpenDemand {

    private final Map<Wanted, Integer> left = new LinkedHashMap<>();

    OpenDemand(List<Wanted> missing) {
        missing.forEach(line -> left.put(line, line.pieces()));
    }

    /** Per product, in SKU order. */
    SortedMap<String, Integer> pieces() {
        var pieces = new TreeMap<String, Integer>();
        left.forEach((line, lacking) -> pieces.merge(line.sku(), lacking, Integer::sum));
        pieces.values().removeIf(lacking -> lacking == 0);
        return pieces;
    }

    /** Hands pieces of a product to the lines that lack it, the first line first. */
    void give(String sku, int pieces, BiConsumer<Wanted, Integer> to) {
        var there = pieces;
        for (var line : left.entrySet()) {
            var given = line.getKey().sku().equals(sku) ? Math.min(there, line.getValue()) : 0;
            if (given > 0) {
                there -= given;
                line.setValue(line.getValue() - given);
                to.accept(line.getKey(), given);
            }
        }
    }
}
