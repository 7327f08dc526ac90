package io.ordertrail.process.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ids that the same step or flow has in the versions of a diagram.
 *
 * @param same all ids of one step, the oldest first, by each of them; steps that never changed theirs are missing
 * @param newest tells which ids the newest version has
 */
public record StepIds(Map<String, Set<String>> same, Predicate<String> newest) {

    static final StepIds UNCHANGED = new StepIds(Map.of(), id -> true);

    /**
     * Joins the ids from version to version.
     *
     * @param renewals the later ids by the former ones, from each version to the next one
     */
    static StepIds of(List<Map<String, String>> renewals, Predicate<String> newest) {
        var same = new HashMap<String, Set<String>>();
        renewals.forEach(renewal -> renewal.forEach((former, later) -> {
            var all = new LinkedHashSet<>(same.getOrDefault(former, Set.of(former)));
            all.addAll(same.getOrDefault(later, Set.of(later)));
            all.forEach(id -> same.put(id, all));
        }));
        return new StepIds(same, newest);
    }

    boolean isUnchanged() {
        return same.isEmpty();
    }

    /** The id under which the newest version has a step, or had it last. */
    public String newest(String id) {
        return in(newest, id);
    }

    /** The id under which a diagram has a step; its newest one when the diagram does not have it. */
    public String in(Predicate<String> diagram, String id) {
        if (diagram.test(id) || !same.containsKey(id)) {
            return id;
        }
        var ids = new ArrayList<>(same.get(id));
        return ids.stream()
                .filter(diagram)
                .findFirst()
                .or(() -> Optional.of(id).filter(newest))
                .or(() -> ids.stream().filter(newest).findFirst())
                .orElse(ids.get(ids.size() - 1));
    }

    /** All ids under which the history knows a step. */
    public Set<String> all(String id) {
        return same.getOrDefault(id, Set.of(id));
    }
}
