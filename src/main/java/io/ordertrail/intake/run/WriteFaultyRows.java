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
import io.ordertrail.intake.order.TakenRows;
import io.ordertrail.intake.run.ImportedOrder.State;

/** Writes the rows of the faulty orders of an import, some orders at a time. Who takes them is in the trail of exports. */
@Component
public class WriteFaultyRows {

    private static final int TOGETHER = 500;
    private static final String LIST = "faulty-rows";

    private final ImportedOrders orders;
    private final TakenRows taken;

    WriteFaultyRows(ImportedOrders orders, TakenRows taken) {
        this.orders = orders;
        this.taken = taken;
    }

    public void write(OrderImport found, Writer out) throws IOException {
        taken.record(
                LIST,
                TakenRows.Format.CSV,
                found.number().value(),
                faulty(found),
                rows -> FaultyRows.write(found.layout(), rows, out));
    }

    /** Writes them as a spreadsheet. */
    public void writeSheet(OrderImport found, OutputStream out) throws IOException {
        taken.record(
                LIST,
                TakenRows.Format.XLSX,
                found.number().value(),
                faulty(found),
                rows -> FaultySheet.write(found.layout(), rows, out));
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
