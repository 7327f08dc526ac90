package io.ordertrail.api;

import io.ordertrail.platform.Refusal;

/** The first request with this key has not been answered yet. */
class StillRunning extends Refusal {

  StillRunning() {
    super(Kind.CONFLICT, "idempotency.running");
  }
}
