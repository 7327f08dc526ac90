package io.ordertrail.api.idempotency;

import io.ordertrail.refusal.Refusal;

/** The first request with this key is still being processed. */
public class StillRunning extends Refusal {

    public StillRunning() {
        super(Kind.CONFLICT, "idempotency.running");
    }
}
