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
import io.ordertrail.intake.order.TakenRows;
import io.ordertrail.intake.record.ImportedRow.State;

/** Writes the faulty rows of an import, some at a time. Who takes them is in the trail of exports. */
@Component
public class FaultyRecords {

    private static final int TOGETHER = 500;

    private final ImportedRows rows;
    private final JudgeRows judgeRows;
    private final TakenRows taken;

    FaultyRecords(ImportedRows rows, JudgeRows judgeRows, TakenRows taken) {
        this.rows = rows;
        this.judgeRows = judgeRows;
        this.taken = taken;
    }

    public void write(RecordImport found, Writer out) throws IOException {
        record(
                found,
                TakenRows.Format.CSV,
                sent -> FaultyRows.write(found.layout().file(), sent, out));
    }

    /** Writes them as a spreadsheet. */
    public void writeSheet(RecordImport found, OutputStream out) throws IOException {
        var layout = found.layout();
        var fields = judgeRows.of(found.kind()).fields();
        record(
                found,
                TakenRows.Format.XLSX,
                sent -> FaultySheet.write(
                        layout.file(), (place, cell) -> layout.value(fields, place, cell), sent, out));
    }

    private void record(RecordImport found, TakenRows.Format format, TakenRows.Sending sending) throws IOException {
        taken.record("faulty-" + found.kind().path(), format, found.number(), faulty(found), sending);
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
