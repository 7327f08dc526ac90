package io.ordertrail.api.idempotency;

import java.util.UUID;

/**
 * A request that must be processed only once.
 *
 * @param client name of the caller; each client has its own keys
 * @param claim id of this attempt, which distinguishes it from a later attempt that took the key over
 */
public record IdempotencyClaim(String client, String keyHash, String requestHash, String claim) {

    private static final String KEY = "[\\x21-\\x7E]{1,255}";

    /**
     * Creates a claim with a new claim id.
     *
     * @throws BadIdempotencyKey when the key is not 1 to 255 visible ASCII characters
     */
    public static IdempotencyClaim of(String client, String key, String request) {
        return of(client, key, "", request);
    }

    /**
     * Creates a claim for one line of a batch: each line has its own, so that a batch that broke off can be repeated.
     *
     * @throws BadIdempotencyKey when the key is not 1 to 255 visible ASCII characters
     */
    public static IdempotencyClaim ofLine(String client, String key, int line, String request) {
        return of(client, key, "\nline " + line, request);
    }

    private static IdempotencyClaim of(String client, String key, String part, String request) {
        if (!key.matches(KEY)) {
            throw new BadIdempotencyKey();
        }
        return new IdempotencyClaim(
                client,
                Fingerprint.of(key + part),
                Fingerprint.of(request),
                UUID.randomUUID().toString());
    }
}
