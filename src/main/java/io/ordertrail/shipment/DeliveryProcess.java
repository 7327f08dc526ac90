package io.ordertrail.shipment;

import io.ordertrail.order.book.OrderNumber;

/** The messages that shipments send to the process of an order; the process package implements it. */
public interface DeliveryProcess {

    /**
     * Reports that a carrier has delivered a parcel of an order.
     *
     * @param parcel its number
     */
    void delivered(OrderNumber order, String parcel);

    /**
     * Reports that a carrier will not deliver a parcel of an order unless somebody does something.
     *
     * @param parcel its number
     * @param status the carrier's word for what happened
     */
    void inTrouble(OrderNumber order, String parcel, String status);
}
