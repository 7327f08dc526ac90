package io.ordertrail.api.idempotency;

import io.ordertrail.refusal.Refusal;

/** The first request with this key has not been answered yet. */
public class StillRunning extends Refusal {

    public StillRunning() {
        super(Kind.CONFLICT, "idempotency.running");
    }
}
