package io.ordertrail.process.desk;

import java.time.Instant;

import io.ordertrail.order.book.OrderNumber;

/**
 * Something that an order waits for a person to do.
 *
 * @param element id of the task in the diagram
 * @param group whose job it is; null where the diagram names none
 * @param assignee who has taken it; null while nobody has
 * @param due null where the diagram sets no deadline
 * @param site of the parcel that it is about; null where it is about the order
 */
public record OpenTask(
        String id,
        OrderNumber order,
        String element,
        String name,
        String group,
        String assignee,
        Instant created,
        Instant due,
        String site) {

    public boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
