package io.ordertrail.stock.replenishment;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** The state of the purchase order does not allow the action. */
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
