package io.ordertrail.stock.transfer;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Stamp;
import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;

/** Receives transfers with what somebody writes about it, which is encrypted, though one statement changes a transfer without its entity. */
@Component
class NotedTransfers {

    private static final String REASON = "reason";
    private static final EncryptedTable TABLE =
            EncryptedTable.ofEntity("transfer", RowKey.number("number"), "note", REASON);

    private final Transfers transfers;
    private final FieldCipher cipher;

    NotedTransfers(Transfers transfers, FieldCipher cipher) {
        this.transfers = transfers;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        @Bean
        static EncryptedColumns textsOfTransfers() {
            return TABLE;
        }
    }

    Transfer get(long number) {
        return transfers.get(number);
    }

    int receive(long number, Stamp stamp, String reason) {
        return transfers.receive(number, stamp, cipher.encrypt(TABLE.place(REASON, number), reason));
    }
}
