package io.ordertrail.api.problem;

import io.ordertrail.refusal.StaleVersion;

/** The header If-Match of a call names an older version. The answer shows the record as it is now. */
public class StaleCall extends RuntimeException {

    private final transient Object current;
    private final String tag;

    /**
     * Creates the refusal.
     *
     * @param current the record as the API shows it
     * @param tag entity tag of its version
     */
    public StaleCall(StaleVersion stale, Object current, String tag) {
        super(stale);
        this.current = current;
        this.tag = tag;
    }

    Object current() {
        return current;
    }

    String tag() {
        return tag;
    }
}
