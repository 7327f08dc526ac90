package io.ordertrail.intake.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.order.FaultyRows;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;
import io.ordertrail.intake.order.FaultySheet;
import io.ordertrail.intake.record.ImportedRow.State;

/** Writes the faulty rows of an import, some at a time. */
@Component
public class FaultyRecords {

    private static final int TOGETHER = 500;

    private final ImportedRows rows;
    private final JudgeRows judgeRows;

    FaultyRecords(ImportedRows rows, JudgeRows judgeRows) {
        this.rows = rows;
        this.judgeRows = judgeRows;
    }

    public void write(RecordImport found, Writer out) throws IOException {
        FaultyRows.write(found.layout().file(), faulty(found), out);
    }

    /** Writes them as a spreadsheet. */
    public void writeSheet(RecordImport found, OutputStream out) throws IOException {
        var layout = found.layout();
        var fields = judgeRows.of(found.kind()).fields();
        FaultySheet.write(layout.file(), (place, cell) -> layout.value(fields, place, cell), faulty(found), out);
    }

    private Stream<FaultyOrder> faulty(RecordImport found) {
        return Stream.iterate(
                        next(found, 0),
                        some -> !some.isEmpty(),
                        some -> next(found, some.get(some.size() - 1).row().number() + 1))
                .flatMap(List::stream)
                .map(row -> new FaultyOrder(List.of(row.row()), row.faults()));
    }

    private List<ImportedRow> next(RecordImport found, long from) {
        return rows.in(found.number(), State.FAULTY, from, TOGETHER);
    }
}
