package io.ordertrail.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A delivery that this node has claimed and is about to send.
 *
 * @param tries which attempt this is, from 1
 * @param secrets sign the message; empty when they cannot be decrypted
 */
record PendingMessage(
        String id, String endpoint, String address, String type, String body, int tries, List<Secret> secrets) {

    /** The headers of Standard Webhooks 1.0, signed for this time. */
    Map<String, String> headers(Instant now) {
        var signatures = secrets.stream()
                .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(now.getEpochSecond()),
                "webhook-signature",
                signatures);
    }
}
