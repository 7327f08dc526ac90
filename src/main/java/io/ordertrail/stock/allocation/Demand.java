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
 * What an order needs, all in all.
 *
 * @param lines in the order's sequence
 * @param country where it goes (ISO 3166 alpha-2), for the choice of the site
 * @param partial whether the goods may come from two sites, in parcels of their own
 * @param priority its place in a line; among equals, who was entered first
 * @param since when the order was entered
 */
public record Demand(
        OrderNumber order, List<Wanted> lines, String country, boolean partial, Priority priority, Instant since) {

    /** Pieces for one line of the order. @param position the line's place in the order, from 0 */
    public record Wanted(int position, String sku, int pieces) {}

    /** Per product; in SKU order, in which stock is always taken, so that two orders never wait for each other. */
    public SortedMap<String, Integer> pieces() {
        return pieces(lines);
    }

    /** What each line still lacks; lines that lack nothing are left out. */
    public List<Wanted> missing(AllocatedQuantities promised) {
        var byLine = promised.byLine();
        var missing = new ArrayList<Wanted>();
        for (var line : lines) {
            var lacking = line.pieces() - byLine.getOrDefault(line.position(), 0);
            if (lacking > 0) {
                missing.add(new Wanted(line.position(), line.sku(), lacking));
            }
        }
        return missing;
    }

    OrderLineRef whose(Wanted line) {
        return new OrderLineRef(order, line.position(), line.sku(), priority);
    }

    static SortedMap<String, Integer> pieces(Collection<Wanted> lines) {
        var pieces = new TreeMap<String, Integer>();
        lines.forEach(line -> pieces.merge(line.sku(), line.pieces(), Integer::sum));
        return pieces;
    }
}
