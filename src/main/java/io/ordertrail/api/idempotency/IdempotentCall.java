package io.ordertrail.api.idempotency;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;

/** Processes the request of a claim once and returns the stored response when the same request repeats the key. */
@Component
public class IdempotentCall {

    private final IdempotencyKeys keys;

    IdempotentCall(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * Processes the request or returns its stored response.
     *
     * @param work stores its response with {@link IdempotencyKeys#keep} in its own transaction
     * @throws StillRunning while another request with this key is being processed
     * @throws Refusal when the key was used with another request
     */
    public StoredAnswer answer(IdempotencyClaim claim, Supplier<StoredAnswer> work) {
        return keys.claim(claim) ? workOrRelease(claim, work) : repeated(claim, work);
    }

    private StoredAnswer repeated(IdempotencyClaim claim, Supplier<StoredAnswer> work) {
        var first = keys.find(claim).orElseThrow(StillRunning::new);
        if (keys.abandoned(first)) {
            if (keys.takeOver(first, claim)) {
                return workOrRelease(claim, work);
            }
            throw new StillRunning();
        }
        if (!first.requestHash().equals(claim.requestHash())) {
            throw new Refusal(Refusal.Kind.INVALID, "idempotency.other-request");
        }
        if (first.answer() == null) {
            throw new StillRunning();
        }
        return first.answer();
    }

    private StoredAnswer workOrRelease(IdempotencyClaim claim, Supplier<StoredAnswer> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            keys.release(claim);
            throw e;
        }
    }
}
