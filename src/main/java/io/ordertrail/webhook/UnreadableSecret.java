package io.ordertrail.webhook;

/** A secret was encrypted with a key other than the one that is set. */
class UnreadableSecret extends RuntimeException {

    UnreadableSecret(Throwable cause) {
        super("A webhook's secret cannot be read with the key that is set", cause);
    }
}
