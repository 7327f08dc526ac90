package io.ordertrail.intake.run;

import java.util.Map;

import io.ordertrail.intake.run.ImportedOrder.State;

/** How many orders of an import are in each state. */
public record ImportCounts(Map<State, Long> orders) {

    public long of(State state) {
        return orders.getOrDefault(state, 0L);
    }

    public long all() {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The orders that the import has entered, also those that were cancelled again. */
    public long entered() {
        return of(State.ENTERED) + of(State.UNDONE) + of(State.KEPT);
    }

    /** The orders of an undone import that are dealt with. */
    public long undone() {
        return of(State.UNDONE) + of(State.KEPT);
    }
}
