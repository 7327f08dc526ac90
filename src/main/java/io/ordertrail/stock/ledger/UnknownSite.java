package io.ordertrail.stock.ledger;

import io.ordertrail.refusal.Refusal;

public class UnknownSite extends Refusal {

    UnknownSite(String code) {
        super(Kind.UNKNOWN, "site.unknown", code);
    }
}
