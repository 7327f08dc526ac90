package io.ordertrail.api;

import io.ordertrail.platform.Refusal;

class BadIdempotencyKey extends Refusal {

  BadIdempotencyKey() {
    super(Kind.INVALID, "idempotency.key");
  }
}
