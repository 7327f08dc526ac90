package io.ordertrail.intake.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import io.ordertrail.actor.Stamp;
import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.order.FileLayout;
import io.ordertrail.intake.order.ImportPolicy;

/**
 * An import of a file of orders.
 *
 * @param layout how its rows are understood
 * @param policy what happens to sound orders when others are faulty
 * @param language in which its faults are told
 * @param asked what a person wants that the import has not done yet; null when nothing
 * @param created who sent the file, and when
 * @param pace how far the import is
 * @param undoneBy who had its orders cancelled; null when nobody
 * @param refusal why the file cannot be read as a whole; null when it can
 */
public record OrderImport(
        ImportNumber number,
        FileName file,
        FileLayout layout,
        ImportPolicy policy,
        Locale language,
        State state,
        Asked asked,
        Stamp created,
        Pace pace,
        String undoneBy,
        String refusal) {

    /** Where an import is. */
    public enum State {
        CHECKING,
        /** A person has to decide what is entered. */
        DECIDING,
        ENTERING,
        PAUSED,
        DONE,
        CANCELLED,
        /** Its orders are being cancelled. */
        UNDOING,
        UNDONE
    }

    /** What a person asks of an import that goes on. */
    public enum Asked {
        PAUSE,
        CANCEL
    }

    /**
     * The file as it was sent.
     *
     * @param hash of its content
     */
    public record FileName(String name, String hash) {}

    /**
     * How far an import is.
     *
     * @param checkedRow the last row that is checked
     * @param next where the next run of the check begins to read
     * @param goingSince since when it enters or cancels orders without a pause; null when it does not
     * @param doneBefore how many orders were entered before
     * @param ended null while it goes on
     */
    public record Pace(long checkedRow, LineStart next, Instant goingSince, long doneBefore, Instant ended) {}

    private static final Set<State> GOING = Set.of(State.CHECKING, State.ENTERING, State.UNDOING);

    /** Tells whether it changes without anybody's doing. */
    public boolean isGoing() {
        return GOING.contains(state);
    }

    public boolean isIn(State sought) {
        return state == sought;
    }
}
