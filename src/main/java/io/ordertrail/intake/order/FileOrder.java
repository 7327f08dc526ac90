package io.ordertrail.intake.order;

import java.time.LocalDate;
import java.util.List;

import io.ordertrail.intake.file.Row;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;

/**
 * An order in a file.
 *
 * @param order null when its rows cannot be read
 * @param past the day of an order that had ended before it came here; else null
 * @param faults empty when the order can be entered
 * @param known the number of an order that has its reference already, or null
 */
public record FileOrder(
        String reference, List<Row> rows, NewOrder order, LocalDate past, List<RowFault> faults, OrderNumber known) {

    public enum State {
        NEW,
        KNOWN,
        FAULTY
    }

    public State state() {
        if (!faults.isEmpty()) {
            return State.FAULTY;
        }
        return known == null ? State.NEW : State.KNOWN;
    }

    FileOrder with(NewOrder complete) {
        return new FileOrder(reference, rows, complete, past, faults, known);
    }

    FileOrder checked(List<RowFault> found, OrderNumber number) {
        return new FileOrder(reference, rows, order, past, found, number);
    }
}
