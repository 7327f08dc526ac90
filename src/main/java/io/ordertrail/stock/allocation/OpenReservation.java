package io.ordertrail.stock.allocation;

import io.ordertrail.order.book.OrderNumber;

/**
 * An open reservation, as read at one moment.
 *
 * @param found units that the picker found; null until picking is recorded
 * @param position the line's place in the order, from 0
 * @param parcel the number of the parcel that it is part of; null until parcels are planned
 */
public record OpenReservation(
        long id,
        OrderNumber order,
        String sku,
        String site,
        String bin,
        int quantity,
        Integer found,
        int position,
        String parcel) {

    /** Units that the picker did not find; 0 until picking is recorded. */
    public int missing() {
        return found == null ? 0 : quantity - found;
    }
}
