package io.ordertrail.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one person or program did to one record at one moment.
 *
 * @param origin the network address of who did it; null when it is not known
 */
public record ChangeSet(
        Instant at, String actor, String origin, Subject subject, Act act, List<Difference> differences) {

    /** Groups changes that belong together, where the newest come first; the fields of each keep their order. */
    public static List<ChangeSet> newestFirst(List<Change> changes) {
        var sets = of(changes);
        sets.forEach(set -> Collections.reverse(set.differences()));
        return sets;
    }

    /** Groups changes that belong together. */
    public static List<ChangeSet> of(List<Change> changes) {
        var sets = new ArrayList<ChangeSet>();
        for (var change : changes) {
            if (sets.isEmpty() || !sets.get(sets.size() - 1).has(change)) {
                sets.add(new ChangeSet(
                        change.at(),
                        change.actor(),
                        change.origin(),
                        change.subject(),
                        change.act(),
                        new ArrayList<>()));
            }
            sets.get(sets.size() - 1).differences().add(change.difference());
        }
        return sets;
    }

    private boolean has(Change change) {
        return at.equals(change.at())
                && actor.equals(change.actor())
                && subject.equals(change.subject())
                && act == change.act();
    }
}
