package io.ordertrail.process.bundle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.refusal.Refusal;

/** Changes which bundle is in force, in the table and in the engine, in one transaction. */
@Component
@Transactional
class SwitchBundles {

    private final Bundles bundles;
    private final BundleFiles files;
    private final EngineFiles engine;
    private final ChangeLog log;
    private final Actor actor;

    SwitchBundles(Bundles bundles, BundleFiles files, EngineFiles engine, ChangeLog log, Actor actor) {
        this.bundles = bundles;
        this.files = files;
        this.engine = engine;
        this.log = log;
        this.actor = actor;
    }

    /**
     * Retires the one and puts the other into force.
     *
     * @param current the bundle that has to be in force until now; null if none was
     * @param replaced is remembered as the one to go back to; null keeps what was remembered
     * @throws Refusal when somebody else was faster
     */
    Bundle to(long number, Long current, Long replaced) {
        if (current != null && bundles.retire(current) == 0) {
            throw overtaken();
        }
        var before = bundles.get(number).state();
        if (bundles.force(number, replaced, actor.stamp()) == 0) {
            throw overtaken();
        }
        if (current != null) {
            log.record(
                    StoreBundle.subject(current),
                    Act.CHANGED,
                    StoreBundle.STATE,
                    Bundle.State.IN_FORCE,
                    Bundle.State.RETIRED);
        }
        log.record(StoreBundle.subject(number), Act.CHANGED, StoreBundle.STATE, before, Bundle.State.IN_FORCE);
        var bundle = bundles.get(number);
        engine.follow(files.of(bundle), "Bundle " + number);
        return bundle;
    }

    static Refusal overtaken() {
        return new Refusal(Refusal.Kind.CONFLICT, "bundle.refuses.overtaken");
    }
}
