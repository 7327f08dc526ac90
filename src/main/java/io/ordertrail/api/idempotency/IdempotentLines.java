package io.ordertrail.api.idempotency;

import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.ordertrail.refusal.Refusal;

/** Claims the keys of many lines of a batch. */
@Component
public class IdempotentLines {

    private final IdempotencyKeys keys;
    private final IdempotentCall call;

    IdempotentLines(IdempotencyKeys keys, IdempotentCall call) {
        this.keys = keys;
        this.call = call;
    }

    /**
     * What to do with a line: process it when both values are null.
     *
     * @param answer of the first time the line was sent
     * @param refusal when it is being processed, or the key belongs to another line
     */
    public record Begun(StoredAnswer answer, Refusal refusal) {

        public boolean isNew() {
            return answer == null && refusal == null;
        }
    }

    /** All lines that are new share one statement and one commit. */
    public List<Begun> begin(List<IdempotencyClaim> claims) {
        try {
            keys.claimAll(claims);
            return claims.stream().map(claim -> new Begun(null, null)).toList();
        } catch (DuplicateKeyException repeated) {
            return claims.stream().map(this::begin).toList();
        }
    }

    private Begun begin(IdempotencyClaim claim) {
        try {
            return new Begun(call.begin(claim).orElse(null), null);
        } catch (Refusal refusal) {
            return new Begun(null, refusal);
        }
    }
}
