package io.ordertrail.intake.run;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.intake.file.StoredUploads;

/** The files of orders that are not entered yet. */
@Component
class OrderUploads extends StoredUploads {

    private static final EncryptedTable TABLE = table("order_import_piece");

    OrderUploads(JdbcClient database, FieldCipher cipher) {
        super(database, cipher, TABLE);
    }

    @EncryptedTables
    static class Encrypted {

        @Bean
        static EncryptedColumns filesOfOrders() {
            return TABLE;
        }
    }
}
