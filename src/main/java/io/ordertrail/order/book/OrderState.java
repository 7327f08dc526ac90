package io.ordertrail.order.book;

/** Where an order stands. Elements of the diagram carry these names; entering them is the only way from one to another. */
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

    /** An ended order is never moved again. */
    public boolean ended() {
        return this == RECEIVED || this == REJECTED || this == CANCELLED;
    }

    /** Whether the goods are still in our hands. */
    public boolean beforeShipping() {
        return compareTo(PARTLY_SHIPPED) < 0;
    }

    /** Whether one parcel is further than another, so that the state goes forward only. */
    public boolean partly() {
        return this == PARTLY_SHIPPED || this == PARTLY_DELIVERED;
    }

    /** Whether goods may be under way. */
    public boolean underWay() {
        return this == SHIPPED || partly();
    }
}
