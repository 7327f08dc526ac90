package io.ordertrail.process.bundle;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.refusal.Refusal;

/** Discards a draft that nobody puts in force any more. It stays in the list, with what its check found. */
@Service
@Transactional
public class DiscardBundle {

    private final Bundles bundles;
    private final ChangeLog log;

    DiscardBundle(Bundles bundles, ChangeLog log) {
        this.bundles = bundles;
        this.log = log;
    }

    /**
     * Discards a draft.
     *
     * @throws Refusal when the bundle is or was in force, or is discarded already
     */
    public Bundle discard(long number) {
        var before = bundles.get(number).state();
        if (bundles.discard(number) == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.discard", String.valueOf(number));
        }
        log.record(StoreBundle.subject(number), Act.CHANGED, StoreBundle.STATE, before, Bundle.State.DISCARDED);
        return bundles.get(number);
    }
}
