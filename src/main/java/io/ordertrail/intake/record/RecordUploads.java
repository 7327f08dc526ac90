package io.ordertrail.intake.record;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.intake.file.StoredUploads;

/** The files of records that are not saved yet. */
@Component
class RecordUploads extends StoredUploads {

    private static final EncryptedTable TABLE = table("record_import_piece");

    RecordUploads(JdbcClient database, FieldCipher cipher) {
        super(database, cipher, TABLE);
    }

    @EncryptedTables
    static class Encrypted {

        @Bean
        static EncryptedColumns filesOfRecords() {
            return TABLE;
        }
    }
}
