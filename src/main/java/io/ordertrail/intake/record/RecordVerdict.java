package io.ordertrail.intake.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

import io.ordertrail.change.Difference;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;

/**
 * What a row would do.
 *
 * @param code of its record; empty when it has none
 * @param changes empty when everything is stored so already
 * @param waiting the fields of them that wait for a second person
 * @param save saves it, given the number of the import; returns what it is called since, or null
 */
record RecordVerdict(
        Row row,
        String code,
        boolean isNew,
        List<Difference> changes,
        Set<String> waiting,
        List<RowFault> faults,
        LongFunction<String> save) {

    ImportedRow.State state() {
        if (!faults.isEmpty()) {
            return ImportedRow.State.FAULTY;
        }
        if (changes.isEmpty()) {
            return ImportedRow.State.UNCHANGED;
        }
        return isNew ? ImportedRow.State.NEW : ImportedRow.State.CHANGED;
    }

    RecordVerdict with(RowFault fault) {
        var more = new ArrayList<>(faults);
        more.add(fault);
        return new RecordVerdict(row, code, isNew, changes, waiting, more, save);
    }
}
