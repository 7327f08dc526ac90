package io.ordertrail.process.bundle;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Subject;
import io.ordertrail.process.bundle.Bundle.Origin;

/** Stores new bundles and what their checks found, each with its entry in the trail of changes. */
@Component
@Transactional
class StoreBundle {

    static final String STATE = "state";

    private final Bundles bundles;
    private final BundleFiles files;
    private final ChangeLog log;
    private final Actor actor;

    StoreBundle(Bundles bundles, BundleFiles files, ChangeLog log, Actor actor) {
        this.bundles = bundles;
        this.files = files;
        this.log = log;
        this.actor = actor;
    }

    Bundle draft(Origin origin, String note, Long base, Map<String, byte[]> contents) {
        var bundle = bundles.save(new Bundle(origin, actor.stamp(), note, base, files.store(contents)));
        log.record(subject(bundle.number()), Act.CREATED, STATE, null, bundle.state());
        return bundle;
    }

    Bundle draft(Origin origin, String note, Long base, Map<String, byte[]> contents, CheckReport report) {
        return checked(draft(origin, note, base, contents).number(), report);
    }

    Bundle checked(long number, CheckReport report) {
        var before = bundles.get(number).state();
        bundles.report(number, report.json(), actor.stamp());
        bundles.checked(number, report.passes() ? Bundle.State.CHECKED : Bundle.State.DRAFT);
        var after = bundles.get(number);
        if (before != after.state()) {
            log.record(subject(number), Act.CHANGED, STATE, before, after.state());
        }
        return after;
    }

    static Subject subject(long number) {
        return new Subject(Subject.Kind.BUNDLE, String.valueOf(number));
    }
}
