package io.ordertrail.webhook;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Stamp;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;
import io.ordertrail.webhook.Endpoint.State;

/** Records in the trail of changes what people do to endpoints. It never records a secret. */
@Component
class EndpointLog {

    private final ChangeLog log;
    private final Actor actor;

    EndpointLog(ChangeLog log, Actor actor) {
        this.log = log;
        this.actor = actor;
    }

    Stamp created(String id, EndpointData data) {
        var stamp = actor.stamp();
        log.record(stamp, subject(id), Act.CREATED, Snapshot.NONE, Snapshot.of(data));
        return stamp;
    }

    void removed(Endpoint endpoint) {
        var data = new EndpointData(endpoint.address(), endpoint.topic(), endpoint.sku(), endpoint.site());
        log.record(subject(endpoint.id()), Act.REMOVED, Snapshot.of(data), Snapshot.NONE);
    }

    void moved(String id, State from, State to) {
        log.record(subject(id), Act.CHANGED, "state", from, to);
    }

    void secretReplaced(String id) {
        log.record(subject(id), Act.CHANGED, "secret", "…", "…");
    }

    private static Subject subject(String id) {
        return new Subject(Subject.Kind.WEBHOOK, id);
    }
}
