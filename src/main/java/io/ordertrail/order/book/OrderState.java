package io.ordertrail.order.book;

/**
 * The state of an order. Elements of the diagram carry these names. An order changes its state only when its process
 * enters such an element.
 */
public enum OrderState {
    ENTERED,
    IN_REVIEW,
    IN_CORRECTION,
    WAITING_FOR_STOCK,
    CONFIRMED,
    IN_FULFILMENT,
    PARTLY_SHIPPED,
    SHIPPED,
    PARTLY_DELIVERED,
    DELIVERED,
    RECEIVED,
    REJECTED,
    CANCELLED;

    /** Tells whether the order has ended. The state of an ended order never changes again. */
    public boolean ended() {
        return this == RECEIVED || this == REJECTED || this == CANCELLED;
    }

    /** Tells whether the order is open and no parcel has left yet. */
    public boolean beforeShipping() {
        return compareTo(PARTLY_SHIPPED) < 0;
    }

    /** Tells whether one parcel is ahead of another. */
    public boolean partly() {
        return this == PARTLY_SHIPPED || this == PARTLY_DELIVERED;
    }

    /** Tells whether the customer is still to get goods. */
    public boolean undelivered() {
        return compareTo(DELIVERED) < 0;
    }

    /** Tells whether goods may be in transit. */
    public boolean underWay() {
        return this == SHIPPED || partly();
    }
}
