package io.ordertrail.stock.replenishment;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Stamp;
import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.RowKey;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Decides on purchases with a note of the buyer. Notes are encrypted, though one statement changes a purchase without its entity. */
@Component
class NotedPurchases {

    private static final String NOTE = "note";
    private static final EncryptedTable TABLE = EncryptedTable.ofEntity("purchase_order", RowKey.number("id"), NOTE);

    private final PurchaseOrders purchases;
    private final FieldCipher cipher;

    NotedPurchases(PurchaseOrders purchases, FieldCipher cipher) {
        this.purchases = purchases;
        this.cipher = cipher;
    }

    @EncryptedTables
    static class Encrypted {

        @Bean
        static EncryptedColumns notesOfPurchases() {
            return TABLE;
        }
    }

    PurchaseOrder getLocked(PurchaseNumber number) {
        return purchases.getLocked(number);
    }

    int order(PurchaseNumber number, int quantity, LocalDate expected, String note, Stamp stamp) {
        return purchases.order(number.id(), quantity, expected, stored(number, note), stamp);
    }

    int decline(PurchaseNumber number, String note, Stamp stamp) {
        return purchases.decline(number.id(), stored(number, note), stamp);
    }

    int postpone(PurchaseNumber number, LocalDate expected, String note) {
        return purchases.postpone(number.id(), expected, stored(number, note));
    }

    int close(PurchaseNumber number, int open, String note, Instant at) {
        return purchases.close(number.id(), open, stored(number, note), at);
    }

    private String stored(PurchaseNumber number, String note) {
        return cipher.encrypt(TABLE.place(NOTE, number.id()), note);
    }
}
