package io.ordertrail.intake.run;

import java.util.List;

import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.RowFault;

/**
 * An order of an imported file.
 *
 * @param firstRow the number of its first row, which identifies it
 * @param rows empty once it is entered
 * @param number null while it is not entered
 * @param version counts how often a person corrected it
 */
public record ImportedOrder(
        long firstRow,
        String reference,
        State state,
        List<Row> rows,
        List<RowFault> faults,
        String number,
        int version) {

    /** What became of it. */
    public enum State {
        NEW,
        /** Its source has it already; it is not entered again. */
        KNOWN,
        FAULTY,
        ENTERED,
        /** It was entered, and is cancelled again. */
        UNDONE,
        /** It was entered, and could not be cancelled any more. */
        KEPT
    }
}
