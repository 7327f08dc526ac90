package io.ordertrail.api.idempotency;

import io.ordertrail.refusal.Refusal;

/** The Idempotency-Key header is not 1 to 255 visible ASCII characters. */
public class BadIdempotencyKey extends Refusal {

    BadIdempotencyKey() {
        super(Kind.INVALID, "idempotency.key");
    }
}
