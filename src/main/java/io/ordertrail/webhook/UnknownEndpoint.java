package io.ordertrail.webhook;

import io.ordertrail.platform.Refusal;

public class UnknownEndpoint extends Refusal {

  UnknownEndpoint() {
    super(Kind.UNKNOWN, "webhook.unknown");
  }
}
