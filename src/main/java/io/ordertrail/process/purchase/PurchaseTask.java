package io.ordertrail.process.purchase;

import java.time.Instant;

import io.ordertrail.stock.ledger.PurchaseNumber;

/**
 * Something that a purchase waits for a person to do.
 *
 * @param element id of the task in the diagram
 * @param group whose job it is; null where the diagram names none
 */
public record PurchaseTask(String id, PurchaseNumber purchase, String element, String group, Instant due) {

    public boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
