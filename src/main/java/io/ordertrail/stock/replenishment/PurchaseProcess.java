package io.ordertrail.stock.replenishment;

import io.ordertrail.stock.ledger.PurchaseNumber;

/** The process of a purchase order, implemented by the process package. Callers have locked the purchase order. */
public interface PurchaseProcess {

    /**
     * Starts the process for a proposal.
     *
     * @return the process instance that drives the purchase order from now on
     */
    String start(PurchaseNumber number);

    /** Everything that was ordered has been received. */
    void allReceived(PurchaseOrder purchase);
}
