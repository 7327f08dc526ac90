package io.ordertrail.intake.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.file.StoredUploads;

/** The files of records that are not saved yet. */
@Component
class RecordUploads extends StoredUploads {

    RecordUploads(JdbcClient database) {
        super(database, "record_import_piece");
    }
}
