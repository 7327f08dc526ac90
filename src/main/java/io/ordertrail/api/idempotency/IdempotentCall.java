package io.ordertrail.api.idempotency;

import java.util.Optional;
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
        var first = begin(claim);
        return first.isPresent() ? first.get() : workOrRelease(claim, work);
    }

    /**
     * Claims the key of a request.
     *
     * @return the stored response of the first request; empty when this request has to be processed
     * @throws StillRunning while another request with this key is being processed
     * @throws Refusal when the key was used with another request
     */
    Optional<StoredAnswer> begin(IdempotencyClaim claim) {
        return keys.claim(claim) ? Optional.empty() : repeated(claim);
    }

    private Optional<StoredAnswer> repeated(IdempotencyClaim claim) {
        var first = keys.find(claim).orElseThrow(StillRunning::new);
        if (keys.abandoned(first)) {
            if (keys.takeOver(first, claim)) {
                return Optional.empty();
            }
            throw new StillRunning();
        }
        if (!first.requestHash().equals(claim.requestHash())) {
            throw new Refusal(Refusal.Kind.INVALID, "idempotency.other-request");
        }
        if (first.answer() == null) {
            throw new StillRunning();
        }
        return Optional.of(first.answer());
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
