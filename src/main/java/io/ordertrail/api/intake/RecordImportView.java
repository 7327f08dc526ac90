package io.ordertrail.api.intake;

import java.time.Instant;

import io.ordertrail.intake.record.ImportedRow;
import io.ordertrail.intake.record.RecordCounts;
import io.ordertrail.intake.record.RecordImport;
import io.ordertrail.intake.record.RecordKind;

/**
 * An import of a file of records.
 *
 * @param sameAs an earlier import of the same file; null when there is none
 * @param savedBy who had it saved; null when nobody
 * @param refusal why the file cannot be read as a whole; null when it can
 */
record RecordImportView(
        long number,
        RecordKind kind,
        RecordImport.State state,
        String source,
        String fileName,
        String createdBy,
        Instant createdAt,
        String savedBy,
        Instant endedAt,
        Long sameAs,
        String refusal,
        Rows rows) {

    /**
     * How many rows are in each state.
     *
     * @param added that make a new record
     * @param unchanged whose record is stored so already
     * @param waiting that are saved but for a part that waits for a second person
     */
    record Rows(long added, long changed, long unchanged, long faulty, long saved, long waiting) {

        static Rows of(RecordCounts counts) {
            return new Rows(
                    counts.of(ImportedRow.State.NEW),
                    counts.of(ImportedRow.State.CHANGED),
                    counts.of(ImportedRow.State.UNCHANGED),
                    counts.of(ImportedRow.State.FAULTY),
                    counts.saved(),
                    counts.waiting());
        }
    }

    static RecordImportView of(RecordImport found, RecordCounts counts, RecordImport same) {
        return new RecordImportView(
                found.number(),
                found.kind(),
                found.state(),
                found.layout().file().source(),
                found.file(),
                found.created().by(),
                found.created().at(),
                found.savedBy(),
                found.ended(),
                same == null ? null : same.number(),
                found.refusal(),
                Rows.of(counts));
    }
}
