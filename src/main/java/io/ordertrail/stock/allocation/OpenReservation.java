package io.ordertrail.stock.allocation;

import io.ordertrail.order.book.OrderNumber;

/**
 * An open reservation, as read at one moment.
 *
 * @param found what the warehouse found of it; null until it looked
 * @param position of the order's line, from 0
 */
public record OpenReservation(
        long id, OrderNumber order, String sku, String site, String shelf, int quantity, Integer found, int position) {

    public int missing() {
        return found == null ? 0 : quantity - found;
    }
}
