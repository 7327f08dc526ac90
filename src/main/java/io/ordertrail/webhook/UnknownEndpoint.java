package io.ordertrail.webhook;

import io.ordertrail.refusal.Refusal;

/** No endpoint has this id. */
public class UnknownEndpoint extends Refusal {

    UnknownEndpoint() {
        super(Kind.UNKNOWN, "webhook.unknown");
    }
}
