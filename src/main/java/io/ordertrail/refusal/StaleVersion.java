package io.ordertrail.refusal;

/** Somebody else changed the record since the caller read it. */
public class StaleVersion extends Refusal {

    public StaleVersion() {
        super(Kind.STALE, "stale");
    }
}
