package io.ordertrail.retention;

import java.time.Duration;
import java.time.Instant;

/** One kind of data that is kept for a time. */
public interface RetainedData {

    /** Which data. */
    enum Kind {
        FORM_DRAFTS,
        IMPORTED_ROWS,
        IMPORTED_FILES,
        IMPORTED_RECORDS,
        WEBHOOK_DELIVERIES,
        ENGINE_HISTORY,
        CHANGES,
        CUSTOMERS
    }

    /**
     * What came of it.
     *
     * @param removed how many rows were removed
     * @param left how many are older and stay, because something else or somebody has to remove them
     */
    record Outcome(long removed, long left) {

        public static Outcome removed(long rows) {
            return new Outcome(rows, 0);
        }

        public static Outcome left(long rows) {
            return new Outcome(0, rows);
        }
    }

    Kind kind();

    /** For how long it is kept: zero for ever, null when each row has a time of its own. */
    Duration keptFor();

    /** Removes, or counts, what is older. */
    Outcome forget(Instant before);
}
