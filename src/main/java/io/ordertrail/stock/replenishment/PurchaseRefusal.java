package io.ordertrail.stock.replenishment;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** The purchase has come to a point where this can no longer be done to it. */
public class PurchaseRefusal extends Refusal {

    PurchaseRefusal(String what, PurchaseNumber number) {
        super(Kind.CONFLICT, "purchase.refuses." + what, number.value());
    }

    static String needed(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(Kind.INVALID, "purchase.reason");
        }
        return reason;
    }
}
