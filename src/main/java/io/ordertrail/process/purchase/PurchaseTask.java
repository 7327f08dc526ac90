package io.ordertrail.process.purchase;

import java.time.Instant;

import io.ordertrail.stock.ledger.PurchaseNumber;

/**
 * A task of a purchase that a person has to complete.
 *
 * @param element id of the task in the diagram
 * @param group the group that works on it; null when the diagram names none
 * @param due null when the diagram sets no deadline
 */
public record PurchaseTask(String id, PurchaseNumber purchase, String element, String group, Instant due) {

    public boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
