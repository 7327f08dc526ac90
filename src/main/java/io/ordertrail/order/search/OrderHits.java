package io.ordertrail.order.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders that have what is typed.
 *
 * @param numbers of the orders; null when they are too many to be named
 * @param frequent words of which an order has to have one in each set; orders with one of a set are too many to be named
 * @param sample some of the orders when they are too many
 */
record OrderHits(Set<String> numbers, List<Set<Long>> frequent, Set<String> sample) {

    static final OrderHits NONE = new OrderHits(Set.of(), List.of(), Set.of());

    static OrderHits named(Set<String> numbers) {
        return new OrderHits(numbers, List.of(), Set.of());
    }

    static OrderHits many(Set<Long> words, Set<String> sample) {
        return new OrderHits(null, List.of(words), sample);
    }

    boolean isEmpty() {
        return numbers != null && numbers.isEmpty();
    }

    /** The orders that have both. */
    OrderHits and(OrderHits other) {
        var words = new ArrayList<>(frequent);
        words.addAll(other.frequent);
        if (numbers == null || other.numbers == null) {
            return new OrderHits(numbers == null ? other.numbers : numbers, words, sample);
        }
        var both = new HashSet<>(numbers);
        both.retainAll(other.numbers);
        return new OrderHits(both, words, Set.of());
    }
}
