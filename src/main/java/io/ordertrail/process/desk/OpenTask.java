package io.ordertrail.process.desk;

import java.time.Instant;

import io.ordertrail.order.book.OrderNumber;

/**
 * A task of an order that a person has to complete.
 *
 * @param element id of the task in the diagram
 * @param group the group that works on it; null when the diagram names none
 * @param assignee the person who has claimed it; null when nobody has
 * @param due null when the diagram sets no deadline
 * @param parcel the number of its parcel; null when the task belongs to the whole order
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
        String parcel) {

    public boolean isClaimedByOtherThan(String person) {
        return assignee != null && !assignee.equals(person);
    }

    public boolean overdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
