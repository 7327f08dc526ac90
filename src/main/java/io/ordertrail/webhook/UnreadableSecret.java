package io.ordertrail.webhook;

/** A secret was encrypted with a key that is not the one that is set now. */
class UnreadableSecret extends RuntimeException {

    UnreadableSecret(Throwable cause) {
        super("A webhook's secret cannot be read with the key that is set", cause);
    }
}
