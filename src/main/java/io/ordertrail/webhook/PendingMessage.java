package io.ordertrail.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A delivery that this node has taken to send. @param secrets none where they cannot be read */
record PendingMessage(
        String id, String endpoint, String address, String type, String body, int tries, List<Secret> secrets) {

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
