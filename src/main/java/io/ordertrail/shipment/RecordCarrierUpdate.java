package io.ordertrail.shipment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;

/** Takes what a carrier says of a parcel, once, in whatever order it comes. */
@Service
@Transactional
public class RecordCarrierUpdate {

    private final Shipments shipments;
    private final CarrierEvents events;
    private final DeliveryProcess deliveries;
    private final Checked checked;

    RecordCarrierUpdate(Shipments shipments, CarrierEvents events, DeliveryProcess deliveries, Checked checked) {
        this.shipments = shipments;
        this.events = events;
        this.deliveries = deliveries;
        this.checked = checked;
    }

    /** @throws UnknownShipment when no parcel of ours has that tracking number */
    public void note(String trackingNumber, CarrierUpdate news) {
        checked.valid(news);
        var shipment = shipments.get(trackingNumber);
        if (events.existsById(news.id())) {
            return;
        }
        events.save(new CarrierEvent(trackingNumber, news));
        if (news.status().equals(CarrierUpdate.DELIVERED) && shipment.status() == Shipment.Status.IN_TRANSIT) {
            deliveries.delivered(shipment.orderNumber(), trackingNumber);
        }
    }
}
