package io.ordertrail.intake.record;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.intake.file.Row;

/** Tells what rows of a file would do, by the rules of their kind. */
@Component
class JudgeRows {

    private final List<RecordsOfKind> kinds;
    private final InOurNumbers inOurNumbers;

    JudgeRows(List<RecordsOfKind> kinds, InOurNumbers inOurNumbers) {
        this.kinds = kinds;
        this.inOurNumbers = inOurNumbers;
    }

    RecordsOfKind of(RecordKind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    List<RecordVerdict> judge(RecordImport found, List<Row> rows) {
        return of(found.kind()).judge(rows, inOurNumbers.of(found.kind(), rows, found.layout()));
    }
}
