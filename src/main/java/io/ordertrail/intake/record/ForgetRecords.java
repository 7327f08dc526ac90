package io.ordertrail.intake.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.retention.RetainedData;
import io.ordertrail.retention.RetentionSettings;

/** Deletes what the rows of an import say some time after its end, and the files on which nobody has decided for as long. */
@Component
@Transactional
class ForgetRecords implements RetainedData {

    private final RecordImports imports;
    private final ImportedRows rows;
    private final GuideRecordImport guide;
    private final RetentionSettings settings;

    ForgetRecords(RecordImports imports, ImportedRows rows, GuideRecordImport guide, RetentionSettings settings) {
        this.imports = imports;
        this.rows = rows;
        this.guide = guide;
        this.settings = settings;
    }

    @Override
    public Kind kind() {
        return Kind.IMPORTED_RECORDS;
    }

    @Override
    public Duration keptFor() {
        return settings.importedFiles();
    }

    @Override
    public Outcome forget(Instant before) {
        var at = LocalDateTime.ofInstant(before, ZoneOffset.UTC);
        imports.undecided(at).forEach(guide::cancel);
        imports.forgetCells(at);
        return Outcome.removed(rows.forget(at));
    }
}
