package io.ordertrail.api.idempotency;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;

/** Has the work of a claim done once, and tells the answer again to whoever asks the same with the same key. */
@Component
public class IdempotentCall {

    private final IdempotencyKeys keys;

    IdempotentCall(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * @param work keeps its answer by {@link IdempotencyKeys#keep} in its own transaction
     * @throws StillRunning while somebody else does the work
     */
    public StoredAnswer answer(IdempotencyClaim claim, Supplier<StoredAnswer> work) {
        return keys.claim(claim) ? workOrRelease(claim, work) : second(claim, work);
    }

    private StoredAnswer second(IdempotencyClaim claim, Supplier<StoredAnswer> work) {
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
