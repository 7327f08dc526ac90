package io.ordertrail.process.bundle;

import org.springframework.context.annotation.Bean;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.RowKey;

/** What somebody writes about a change of the process is a free text, which may name anybody. */
@EncryptedTables
class EncryptedBundles {

    @Bean
    static EncryptedColumns notesOfBundles() {
        return EncryptedTable.ofEntity("process_bundle", RowKey.number("number"), "note");
    }
}
