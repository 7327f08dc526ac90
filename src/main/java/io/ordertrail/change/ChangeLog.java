package io.ordertrail.change;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.actor.Stamp;

/** Records changes, in the transaction in which they happen. */
@Service
@Transactional
public class ChangeLog {

    private final ChangeEntries entries;
    private final Actor actor;

    ChangeLog(ChangeEntries entries, Actor actor) {
        this.entries = entries;
        this.actor = actor;
    }

    /** Records what differs; nothing when nothing differs. */
    public void record(Subject subject, Act act, Snapshot before, Snapshot after) {
        record(actor.stamp(), subject, act, before.to(after));
    }

    /** Records that one field changed. */
    public void record(Subject subject, Act act, String field, Object former, Object current) {
        record(
                actor.stamp(),
                subject,
                act,
                List.of(new Difference(null, field, Snapshot.text(former), Snapshot.text(current))));
    }

    public void record(Subject subject, Act act, List<Difference> differences) {
        record(actor.stamp(), subject, act, differences);
    }

    /** Records a change under the moment and the name of another record, which it belongs to. */
    public void record(Stamp stamp, Subject subject, Act act, Snapshot before, Snapshot after) {
        record(stamp, subject, act, before.to(after));
    }

    public void record(Stamp stamp, Subject subject, Act act, List<Difference> differences) {
        differences.forEach(difference -> entries.save(new Change(stamp, actor.origin(), subject, act, difference)));
    }
}
