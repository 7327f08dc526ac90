package io.ordertrail.intake.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The faults that have one cure: those of a column that say the same. */
public record FaultGroup(String column, String message, List<RowFault> faults) {

    /** The groups, those with the most faults first. */
    public static List<FaultGroup> of(Stream<RowFault> faults) {
        var groups = new LinkedHashMap<List<String>, List<RowFault>>();
        faults.forEach(
                fault -> groups.computeIfAbsent(List.of(fault.column(), fault.message()), group -> new ArrayList<>())
                        .add(fault));
        return groups.entrySet().stream()
                .map(group ->
                        new FaultGroup(group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .sorted((one, other) -> other.faults().size() - one.faults().size())
                .toList();
    }
}
