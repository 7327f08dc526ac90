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

/** What an order got of what it needs: set aside for it, sent to it, or written off on the way. What is to be sent again is not among it. */
public record AllocatedQuantities(List<Part> parts) {

    static final AllocatedQuantities NOTHING = new AllocatedQuantities(List.of());

    /** So many pieces for a line of the order. */
    public record Part(int position, String sku, String site, int pieces, Status status) {}

    /** Per product. */
    public Map<String, Integer> pieces() {
        return sums(part -> true, Part::sku);
    }

    /** By the line's place in the order, from 0. */
    public Map<Integer, Integer> byLine() {
        return sums(part -> true, Part::position);
    }

    /** Of each line, what lies aside now. */
    public Map<Integer, Integer> setAside() {
        return sums(part -> part.status() == Status.OPEN, Part::position);
    }

    /** Of each line, what has left and is not lost. */
    public Map<Integer, Integer> sent() {
        return sums(part -> part.status() == Status.SHIPPED, Part::position);
    }

    /** Where it lies what is set aside now. */
    public SortedSet<String> sites() {
        return parts.stream()
                .filter(part -> part.status() == Status.OPEN)
                .map(Part::site)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T extends Comparable<T>> Map<T, Integer> sums(Predicate<Part> chosen, Function<Part, T> by) {
        return parts.stream().filter(chosen).collect(Collectors.toMap(by, Part::pieces, Integer::sum, TreeMap::new));
    }
}
