package io.ordertrail.shipment;

import io.ordertrail.order.book.OrderNumber;

/** What shipments tell the process that drives the orders; the process package answers. */
public interface DeliveryProcess {

    /** A carrier delivered this parcel of this order. */
    void delivered(OrderNumber order, String trackingNumber);
}
