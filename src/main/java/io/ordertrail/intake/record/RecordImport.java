package io.ordertrail.intake.record;

import java.time.Instant;

import io.ordertrail.actor.Stamp;

/**
 * An import of a file of records.
 *
 * @param file as its sender calls it
 * @param hash of its content
 * @param created who sent it, and when
 * @param alive when it was last worked on
 * @param savedBy who had it saved; null when nobody
 * @param ended null while it goes on
 * @param refusal why the file cannot be read as a whole; null when it can
 */
public record RecordImport(
        long number,
        RecordKind kind,
        String file,
        String hash,
        RecordLayout layout,
        State state,
        Stamp created,
        Instant alive,
        String savedBy,
        Instant ended,
        String refusal) {

    /** Where an import is. */
    public enum State {
        CHECKING,
        /** A person has to say whether it is saved. */
        DECIDING,
        SAVING,
        DONE,
        CANCELLED
    }

    /** Tells whether it changes without anybody's doing. */
    public boolean isGoing() {
        return state == State.CHECKING || state == State.SAVING;
    }

    public boolean isIn(State sought) {
        return state == sought;
    }
}
