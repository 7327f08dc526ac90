package io.ordertrail.stock.ledger;

import org.springframework.context.annotation.Bean;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.RowKey;

/** Why somebody books is a free text, which may name anybody. */
@EncryptedTables
class EncryptedMovements {

    @Bean
    static EncryptedColumns reasonsOfMovements() {
        return EncryptedTable.ofEntity("stock_movement", RowKey.number("id"), "reason");
    }
}
