package io.ordertrail.api.idempotency;

import io.ordertrail.refusal.Refusal;

public class BadIdempotencyKey extends Refusal {

    BadIdempotencyKey() {
        super(Kind.INVALID, "idempotency.key");
    }
}
