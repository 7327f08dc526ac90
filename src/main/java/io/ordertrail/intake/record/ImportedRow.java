package io.ordertrail.intake.record;

import java.util.List;

import io.ordertrail.change.Difference;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;

/**
 * A row of an imported file.
 *
 * @param code of its record
 * @param saved tells whether it is saved already
 * @param waits tells whether a part of it waits for a second person
 * @param row its number and its cells
 */
public record ImportedRow(
        String code,
        State state,
        boolean saved,
        boolean waits,
        Row row,
        List<RowFault> faults,
        List<Difference> differences) {

    /** What the check found. */
    public enum State {
        NEW,
        CHANGED,
        UNCHANGED,
        FAULTY
    }
}
