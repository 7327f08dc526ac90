package io.ordertrail.order.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Entries that share a transaction, with the customers and products of their orders. */
final class EntryGroup {

    static final int MAX_ORDERS = 20;

    private final List<PendingEntry> entries = new ArrayList<>();
    private final List<PendingOrder<?>> orders = new ArrayList<>();
    private final Set<String> contended = new HashSet<>();

    EntryGroup(PendingEntry first) {
        add(first);
    }

    void add(PendingEntry entry) {
        entries.add(entry);
        orders.addAll(entry.orders());
        contended.addAll(entry.contended());
    }

    /**
     * Tells whether an entry may join.
     *
     * @param inWork the customers and products of all groups in work, this one included
     */
    boolean accepts(PendingEntry entry, Collection<String> inWork) {
        return orders.size() + entry.orders().size() <= MAX_ORDERS
                && entry.contended().stream().allMatch(name -> contended.contains(name) || !inWork.contains(name));
    }

    List<PendingOrder<?>> orders() {
        return orders;
    }

    Set<String> contended() {
        return contended;
    }

    /** Tells the callers that their orders have results. */
    void entered() {
        entries.forEach(PendingEntry::entered);
    }
}
