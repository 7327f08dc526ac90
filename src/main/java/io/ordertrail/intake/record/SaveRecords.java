package io.ordertrail.intake.record;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.order.RowFault;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.ContentionRetry;

/** Saves the sound rows of an import, each in a transaction with the note that it is saved. */
@Component
class SaveRecords {

    private static final Logger LOG = LoggerFactory.getLogger(SaveRecords.class);
    private static final int TOGETHER = 100;

    private final RecordImports imports;
    private final ImportedRows rows;
    private final JudgeRows judgeRows;
    private final ContentionRetry retry;
    private final TransactionTemplate transaction;

    SaveRecords(
            RecordImports imports,
            ImportedRows rows,
            JudgeRows judgeRows,
            ContentionRetry retry,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.rows = rows;
        this.judgeRows = judgeRows;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    void save(RecordImport found) {
        for (var some = next(found); !some.isEmpty(); some = next(found)) {
            some.forEach(row -> save(found, row));
            imports.alive(found.number());
        }
    }

    private List<ImportedRow> next(RecordImport found) {
        return rows.toSave(found.number(), TOGETHER);
    }

    private void save(RecordImport found, ImportedRow row) {
        try {
            retry.run(() -> transaction.executeWithoutResult(status -> saveOnce(found, row)));
        } catch (AlreadySaved another) {
            LOG.debug("Row {} of import {} is saved already", row.row().number(), found.number());
        } catch (InvalidInput invalid) {
            failed(
                    found,
                    row,
                    invalid.faults().stream().map(InvalidInput.Fault::message).toList());
        } catch (Refusal refusal) {
            failed(found, row, List.of(refusal.getMessage()));
        } catch (RuntimeException fault) {
            LOG.error("Row {} of import {} cannot be saved", row.row().number(), found.number(), fault);
            failed(found, row, List.of(Sentence.of("record.fault.failed")));
        }
    }

    /** What is saved is what the person saw: a record that changed since then is not overwritten. */
    private void saveOnce(RecordImport found, ImportedRow row) {
        var verdict = judgeRows.judge(found, List.of(row.row())).get(0);
        if (!verdict.faults().isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "record.fault.since", messages(verdict.faults()));
        }
        if (!verdict.changes().equals(row.differences())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "record.fault.meanwhile");
        }
        var result = verdict.save().apply(found.number());
        if (!rows.saved(found.number(), row.row().number(), result)) {
            throw new AlreadySaved();
        }
    }

    private static String messages(List<RowFault> faults) {
        return String.join(" ", faults.stream().map(RowFault::message).toList());
    }

    private void failed(RecordImport found, ImportedRow row, List<String> messages) {
        var at = row.row().number();
        rows.failed(
                found.number(),
                at,
                messages.stream()
                        .map(message -> new RowFault(at, "", row.code(), message))
                        .toList());
    }

    /** Another run has saved the row; this one takes back what it did. */
    private static final class AlreadySaved extends RuntimeException {}
}
