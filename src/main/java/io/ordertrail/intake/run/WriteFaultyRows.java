package io.ordertrail.intake.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.order.FaultyRows;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;
import io.ordertrail.intake.order.FaultySheet;
import io.ordertrail.intake.run.ImportedOrder.State;

/** Writes the rows of the faulty orders of an import, some orders at a time. */
@Component
public class WriteFaultyRows {

    private static final int TOGETHER = 500;

    private final ImportedOrders orders;

    WriteFaultyRows(ImportedOrders orders) {
        this.orders = orders;
    }

    public void write(OrderImport found, Writer out) throws IOException {
        FaultyRows.write(found.layout(), faulty(found), out);
    }

    /** Writes them as a spreadsheet. */
    public void writeSheet(OrderImport found, OutputStream out) throws IOException {
        FaultySheet.write(found.layout(), faulty(found), out);
    }

    private Stream<FaultyOrder> faulty(OrderImport found) {
        return Stream.iterate(
                        next(found, 0),
                        some -> !some.isEmpty(),
                        some -> next(found, last(some).firstRow() + 1))
                .flatMap(List::stream)
                .map(order -> new FaultyOrder(order.rows(), order.faults()));
    }

    private List<ImportedOrder> next(OrderImport found, long from) {
        return orders.in(found.number(), State.FAULTY, from, TOGETHER);
    }

    private static ImportedOrder last(List<ImportedOrder> some) {
        return some.get(some.size() - 1);
    }
}
