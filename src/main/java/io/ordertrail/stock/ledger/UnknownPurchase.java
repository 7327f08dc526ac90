package io.ordertrail.stock.ledger;

import io.ordertrail.refusal.Refusal;

public class UnknownPurchase extends Refusal {

    public UnknownPurchase(String number) {
        super(Kind.UNKNOWN, "purchase.unknown", number);
    }
}
