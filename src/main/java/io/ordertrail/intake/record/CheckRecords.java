package io.ordertrail.intake.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.file.LineStart;
import io.ordertrail.intake.file.OpenTable;
import io.ordertrail.intake.file.Row;
import io.ordertrail.intake.order.ImportPolicy;
import io.ordertrail.intake.order.RowFault;
import io.ordertrail.intake.record.RecordImport.State;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Checks a whole file of records and stores what it found, some rows at a time. */
@Component
class CheckRecords {

    private static final int TOGETHER = 500;
    /** A file with more is no file of these records. */
    static final int MOST_ROWS = 200_000;

    private final RecordImports imports;
    private final ImportedRows rows;
    private final RecordUploads uploads;
    private final JudgeRows judgeRows;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    CheckRecords(
            RecordImports imports,
            ImportedRows rows,
            RecordUploads uploads,
            JudgeRows judgeRows,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.rows = rows;
        this.uploads = uploads;
        this.judgeRows = judgeRows;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    void check(RecordImport found) {
        transaction.executeWithoutResult(status -> rows.deleteAll(found.number()));
        try {
            refuseMissing(found);
            checkAll(found);
            imports.decideOn(found.number(), null);
        } catch (Refusal refusal) {
            imports.decideOn(found.number(), refusal.getMessage());
        }
    }

    /** Tells whether a checked file is to be saved without asking anybody. */
    boolean isToBeSaved(long number, ImportPolicy policy) {
        var found = imports.get(number);
        return found.isIn(State.DECIDING)
                && found.refusal() == null
                && policy != ImportPolicy.ASK
                && (policy == ImportPolicy.LEAVE_FAULTY_OUT
                        || rows.counts(number).of(ImportedRow.State.FAULTY) == 0);
    }

    private void refuseMissing(RecordImport found) {
        var missing = judgeRows.of(found.kind()).fields().stream()
                .filter(field -> field.required() && !found.layout().has(field.name()))
                .map(field -> Sentence.of(field.title()))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "record.refused.columns", missing);
        }
    }

    private void checkAll(RecordImport found) {
        var file = uploads.content(found.number());
        try (var table = OpenTable.in(file, found.layout().file().format(), LineStart.FIRST)) {
            var each = table.rows().map(found.layout().file().asSent()).iterator();
            var first = new HashMap<String, Long>();
            while (each.hasNext()) {
                var some = new ArrayList<Row>();
                while (each.hasNext() && some.size() < TOGETHER) {
                    some.add(found.layout().corrected(each.next()));
                }
                checkSome(found, some, first);
            }
        }
    }

    private void checkSome(RecordImport found, List<Row> some, Map<String, Long> first) {
        var verdicts = reading.execute(status -> judgeRows.judge(found, some)).stream()
                .map(verdict -> once(verdict, first))
                .toList();
        if (first.size() > MOST_ROWS) {
            throw new Refusal(Refusal.Kind.INVALID, "record.refused.rows", MOST_ROWS);
        }
        transaction.executeWithoutResult(status -> {
            rows.add(found.number(), verdicts);
            imports.alive(found.number());
        });
    }

    /** Two rows for one record contradict each other, or one of them is superfluous. */
    private static RecordVerdict once(RecordVerdict verdict, Map<String, Long> first) {
        var key = verdict.code().isBlank()
                ? "row " + verdict.row().number()
                : verdict.code().toUpperCase(Locale.ROOT);
        var before = first.putIfAbsent(key, verdict.row().number());
        return before == null
                ? verdict
                : verdict.with(new RowFault(
                        verdict.row().number(), "", verdict.code(), Sentence.of("record.fault.twice", before)));
    }
}
