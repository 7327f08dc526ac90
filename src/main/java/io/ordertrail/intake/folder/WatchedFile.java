package io.ordertrail.intake.folder;

import java.time.Instant;

import io.ordertrail.intake.record.RecordKind;
import io.ordertrail.intake.run.ImportNumber;

/**
 * A file of a watched folder.
 *
 * @param taken when it was taken
 * @param kind of the records in it; null when it holds orders
 * @param number of its import; null when it is a document or cannot be read
 * @param message what became of it; null while it is not answered
 * @param mail what became of the mail to the owner of its source
 */
public record WatchedFile(
        Key key, State state, Instant taken, RecordKind kind, ImportNumber number, String message, Mailed mail) {

    /**
     * What tells files apart.
     *
     * @param hash of its content
     */
    public record Key(String source, String name, String hash) {}

    /** Where a file is. */
    public enum State {
        TAKEN,
        IMPORTING,
        ANSWERED,
        /** It is answered, and somebody has to look at it. */
        FAILED
    }

    /** NONE: no mail server was configured. NO_ADDRESS: the owner has no mail address, or is not known. */
    public enum Mailed {
        NONE,
        WAITING,
        SENT,
        NO_ADDRESS,
        FAILED
    }

    /** The address of the page of its import. */
    public String page() {
        return (kind == null ? "/orders/import/" : "/imports/" + kind.path() + "/") + number;
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
