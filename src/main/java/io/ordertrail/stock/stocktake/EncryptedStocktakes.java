package io.ordertrail.stock.stocktake;

import org.springframework.context.annotation.Bean;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.RowKey;

/** Why somebody counts is a free text, which may name anybody. */
@EncryptedTables
class EncryptedStocktakes {

    @Bean
    static EncryptedColumns reasonsOfStocktakes() {
        return EncryptedTable.ofEntity("stocktake", RowKey.number("number"), "reason");
    }
}
