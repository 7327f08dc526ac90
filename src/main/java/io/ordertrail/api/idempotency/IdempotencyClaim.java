package io.ordertrail.api.idempotency;

import java.util.UUID;

/**
 * A request that wants to be done once.
 *
 * @param claim tells this attempt from another that took the key over
 */
public record IdempotencyClaim(String client, String keyHash, String requestHash, String claim) {

    private static final String KEY = "[\\x21-\\x7E]{1,255}";

    /** @throws BadIdempotencyKey for a key that is too long or has other characters than visible ASCII */
    public static IdempotencyClaim of(String client, String key, String request) {
        if (!key.matches(KEY)) {
            throw new BadIdempotencyKey();
        }
        return new IdempotencyClaim(
                client,
                Fingerprint.of(key),
                Fingerprint.of(request),
                UUID.randomUUID().toString());
    }
}
