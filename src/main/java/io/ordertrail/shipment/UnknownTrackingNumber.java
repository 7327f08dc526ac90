package io.ordertrail.shipment;

import io.ordertrail.refusal.Refusal;

/** No parcel has this tracking number. */
public class UnknownTrackingNumber extends Refusal {

    UnknownTrackingNumber(String trackingNumber) {
        super(Kind.UNKNOWN, "shipment.unknown", trackingNumber);
    }
}
