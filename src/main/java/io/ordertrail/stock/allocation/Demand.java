package io.ordertrail.stock.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/**
 * What an order needs in total.
 *
 * @param lines in the order's sequence
 * @param country of delivery (ISO 3166 alpha-2), for the choice of the site
 * @param partial whether the goods may come from two sites, in separate parcels
 * @param priority decides the place in the backorder queue; within a priority, the oldest order comes first
 * @param since when the order was entered
 */
public record Demand(
        OrderNumber order, List<DemandLine> lines, String country, boolean partial, Priority priority, Instant since) {

    /**
     * Units for one line of the order.
     *
     * @param position the line's place in the order, from 0
     */
    public record DemandLine(int position, String sku, int quantity) {}

    /**
     * Units per SKU, in SKU order. Stock is always reserved in this order, so that two orders never wait for each
     * other.
     */
    public SortedMap<String, Integer> quantityBySku() {
        return quantityBySku(lines);
    }

    /** What each line still lacks, without the lines that lack nothing. */
    public List<DemandLine> missing(AllocatedQuantities allocated) {
        var byLine = allocated.byLine();
        var missing = new ArrayList<DemandLine>();
        for (var line : lines) {
            var open = line.quantity() - byLine.getOrDefault(line.position(), 0);
            if (open > 0) {
                missing.add(new DemandLine(line.position(), line.sku(), open));
            }
        }
        return missing;
    }

    OrderLineRef orderLine(DemandLine line) {
        return new OrderLineRef(order, line.position(), line.sku(), priority);
    }

    static SortedMap<String, Integer> quantityBySku(Collection<DemandLine> lines) {
        var quantities = new TreeMap<String, Integer>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Integer::sum));
        return quantities;
    }
}
