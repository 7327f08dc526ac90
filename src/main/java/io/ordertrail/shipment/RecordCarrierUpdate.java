package io.ordertrail.shipment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;

/** Records a carrier's messages on a parcel: each of them once, in any sequence. */
@Service
@Transactional
public class RecordCarrierUpdate {

    private final Shipments shipments;
    private final CarrierEvents events;
    private final DeliveryProcess deliveryProcess;
    private final Checked checked;

    RecordCarrierUpdate(Shipments shipments, CarrierEvents events, DeliveryProcess deliveryProcess, Checked checked) {
        this.shipments = shipments;
        this.events = events;
        this.deliveryProcess = deliveryProcess;
        this.checked = checked;
    }

    /**
     * Records the message.
     *
     * @throws UnknownShipment when no parcel has this tracking number
     */
    public void record(String trackingNumber, CarrierUpdate update) {
        checked.valid(update);
        var shipment = shipments.get(trackingNumber);
        if (events.existsById(update.id())) {
            return;
        }
        events.save(new CarrierEvent(trackingNumber, update));
        if (update.status().equals(CarrierUpdate.DELIVERED) && shipment.status() == Shipment.Status.IN_TRANSIT) {
            deliveryProcess.delivered(shipment.orderNumber(), trackingNumber);
        }
    }
}
