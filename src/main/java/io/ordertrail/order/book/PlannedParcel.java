package io.ordertrail.order.book;

import java.util.Set;

/**
 * A parcel that is planned for an order.
 *
 * @param sequence its place among all parcels of the order, from 1
 * @param sites that hold its goods
 */
public record PlannedParcel(OrderNumber order, int sequence, Set<String> sites) {

    /** The number of the order, a hyphen, and the sequence: {@code 7K3M-9WX2-1}. */
    public String number() {
        return number(order, sequence);
    }

    static String number(OrderNumber order, int sequence) {
        return order.value() + "-" + sequence;
    }
}
