package io.ordertrail.intake.folder;

import static io.ordertrail.intake.folder.AnswerBeside.FAULTY;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.folder.AnswerBeside.Result;
import io.ordertrail.intake.record.FaultyRecords;
import io.ordertrail.intake.record.ImportedRow;
import io.ordertrail.intake.record.ImportedRows;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.refusal.Sentence;

/** Writes what became of a file of records beside it. */
@Component
class AnswerRecords {

    private final WatchedRecords records;
    private final ImportedRows rows;
    private final FaultyRecords faultyRows;

    AnswerRecords(WatchedRecords records, ImportedRows rows, FaultyRecords faultyRows) {
        this.records = records;
        this.rows = rows;
        this.faultyRows = faultyRows;
    }

    /** Returns the result; empty while the import goes on. */
    Optional<Result> ofImport(SourceFolder folder, WatchedFile file) throws IOException {
        var found = records.goOn(file);
        var name = file.key().name();
        if (found.refusal() != null) {
            return Optional.of(AnswerBeside.failed(folder, name, found.refusal()));
        }
        return found.isIn(State.DONE) || found.isIn(State.CANCELLED)
                ? Optional.of(ended(folder, name, found))
                : Optional.empty();
    }

    private Result ended(SourceFolder folder, String name, RecordImport found) throws IOException {
        var counts = rows.counts(found.number());
        var faulty = counts.of(ImportedRow.State.FAULTY);
        if (faulty > 0) {
            folder.write(
                    name + FAULTY, out -> faultyRows.write(found, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        }
        var message = Sentence.of(
                "folder.result.records",
                String.valueOf(found.number()),
                counts.saved(),
                counts.waiting(),
                counts.of(ImportedRow.State.UNCHANGED),
                faulty);
        return AnswerBeside.result(
                folder, name, faulty > 0 ? WatchedFile.State.FAILED : WatchedFile.State.ANSWERED, message);
    }
}
