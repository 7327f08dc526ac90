package io.ordertrail.stock.allocation;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.ordertrail.stock.allocation.Reservation.Status;

/**
 * The part of an order's demand that is reserved, shipped, or written off on the way. Goods that are to be shipped
 * again do not count.
 */
public record AllocatedQuantities(List<Part> parts) {

    static final AllocatedQuantities NOTHING = new AllocatedQuantities(List.of());

    /**
     * Units of one status that a line of the order has from one site.
     *
     * @param position the line's place in the order, from 0
     */
    public record Part(int position, String sku, String site, int pieces, Status status) {}

    /** Units per SKU. */
    public Map<String, Integer> pieces() {
        return sums(part -> true, Part::sku);
    }

    /** Units by the line's place in the order, from 0. */
    public Map<Integer, Integer> byLine() {
        return sums(part -> true, Part::position);
    }

    /** Units per line that are reserved now. */
    public Map<Integer, Integer> setAside() {
        return sums(part -> part.status() == Status.OPEN, Part::position);
    }

    /** Units per line that were shipped and not lost. */
    public Map<Integer, Integer> sent() {
        return sums(part -> part.status() == Status.SHIPPED, Part::position);
    }

    /** The sites that hold the reserved goods. */
    public SortedSet<String> sites() {
        return parts.stream()
                .filter(part -> part.status() == Status.OPEN)
                .map(Part::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T extends Comparable<T>> Map<T, Integer> sums(Predicate<Part> filter, Function<Part, T> key) {
        return parts.stream().filter(filter).collect(Collectors.toMap(key, Part::pieces, Integer::sum, TreeMap::new));
    }
}
