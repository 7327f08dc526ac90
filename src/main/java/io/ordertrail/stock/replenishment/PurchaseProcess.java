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

    /**
     * Completes the task in which a buyer decides on a proposal: the goods are ordered.
     *
     * @throws io.ordertrail.refusal.Refusal when nothing is to be decided, or a colleague has claimed the task
     */
    void order(PurchaseOrder purchase, PurchasePlan plan);

    /** The open quantity comes on a new day. */
    void postpone(PurchaseOrder purchase, PurchasePlan plan);

    /** Everything that was ordered has been received. */
    void allReceived(PurchaseOrder purchase);
}
