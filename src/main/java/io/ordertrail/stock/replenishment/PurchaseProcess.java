package io.ordertrail.stock.replenishment;

import io.ordertrail.stock.ledger.PurchaseNumber;

/** What a purchase tells the process that drives it; the process package answers. Who brings news has locked the purchase. */
public interface PurchaseProcess {

    /** @return the instance that drives the purchase from now on */
    String proposed(PurchaseNumber number);

    /** Everything that was ordered has come. */
    void allReceived(PurchaseOrder purchase);
}
