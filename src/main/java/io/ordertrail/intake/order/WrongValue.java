package io.ordertrail.intake.order;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A value of a column that a person can replace in bulk.
 *
 * @param rows that have it
 */
public record WrongValue(String column, String cell, long rows) {

    private static final int MOST = 50;

    private record Place(String column, String cell) {}

    /** The first faulty values, each once, whatever is wrong with it. */
    public static List<WrongValue> of(List<FaultGroup> groups) {
        var rows = new LinkedHashMap<Place, Set<Long>>();
        groups.stream()
                .flatMap(group -> group.faults().stream())
                .filter(fault -> !fault.column().isEmpty() && !fault.value().isBlank())
                .forEach(fault -> rows.computeIfAbsent(
                                new Place(fault.column(), fault.value()), place -> new HashSet<>())
                        .add(fault.row()));
        return rows.entrySet().stream()
                .map(one -> new WrongValue(
                        one.getKey().column(),
                        one.getKey().cell(),
                        one.getValue().size()))
                .limit(MOST)
                .toList();
    }
}
