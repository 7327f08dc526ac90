package io.ordertrail.webhook;

import io.ordertrail.refusal.Refusal;

public class UnknownEndpoint extends Refusal {

    UnknownEndpoint() {
        super(Kind.UNKNOWN, "webhook.unknown");
    }
}
