package io.ordertrail.shipment;

import io.ordertrail.refusal.Refusal;

public class UnknownShipment extends Refusal {

    UnknownShipment(String trackingNumber) {
        super(Kind.UNKNOWN, "shipment.unknown", trackingNumber);
    }
}
