package io.ordertrail.intake.record;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.order.FaultyRows;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;
import io.ordertrail.intake.record.ImportedRow.State;

/** Writes the faulty rows of an import, some at a time. */
@Component
public class FaultyRecords {

    private static final int TOGETHER = 500;

    private final ImportedRows rows;

    FaultyRecords(ImportedRows rows) {
        this.rows = rows;
    }

    public void write(RecordImport found, Writer out) throws IOException {
        var faulty = Stream.iterate(
                        next(found, 0),
                        some -> !some.isEmpty(),
                        some -> next(found, some.get(some.size() - 1).row().number() + 1))
                .flatMap(List::stream)
                .map(row -> new FaultyOrder(List.of(row.row()), row.faults()));
        FaultyRows.write(found.layout().file(), faulty, out);
    }

    private List<ImportedRow> next(RecordImport found, long from) {
        return rows.in(found.number(), State.FAULTY, from, TOGETHER);
    }
}
