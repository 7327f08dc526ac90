package io.ordertrail.intake.record;

import java.util.Map;

import io.ordertrail.intake.record.ImportedRow.State;

/**
 * How many rows are in each state.
 *
 * @param waiting how many saved rows have a part that waits for a second person
 */
public record RecordCounts(Map<State, Long> found, long saved, long waiting) {

    public long of(State state) {
        return found.getOrDefault(state, 0L);
    }

    /** Rows that are to be saved. */
    public long sound() {
        return of(State.NEW) + of(State.CHANGED);
    }

    public long all() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }
}
