package io.ordertrail.intake.record;

import java.util.List;

import io.ordertrail.intake.file.Row;

/** What the import knows of one kind of records. */
interface RecordsOfKind {

    RecordKind kind();

    List<RecordField> fields();

    /** Tells what each row would do; nothing is stored. */
    List<RecordVerdict> judge(List<Row> rows, RecordLayout layout);
}
