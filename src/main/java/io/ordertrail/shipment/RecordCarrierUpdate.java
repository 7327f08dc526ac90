package io.ordertrail.shipment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;

/** Records a carrier's messages on a parcel: each of them once, in any sequence. */
@Service
@Transactional
public class RecordCarrierUpdate {

    private final Parcels parcels;
    private final CarrierEvents events;
    private final DeliveryProcess deliveryProcess;
    private final Checked checked;

    RecordCarrierUpdate(Parcels parcels, CarrierEvents events, DeliveryProcess deliveryProcess, Checked checked) {
        this.parcels = parcels;
        this.events = events;
        this.deliveryProcess = deliveryProcess;
        this.checked = checked;
    }

    /**
     * Records the message.
     *
     * @throws UnknownTrackingNumber when no parcel has this tracking number
     */
    public void record(String trackingNumber, CarrierUpdate update) {
        checked.valid(update);
        var parcel = parcels.tracked(trackingNumber);
        if (events.existsById(update.id())) {
            return;
        }
        events.save(new CarrierEvent(trackingNumber, update));
        if (update.status().equals(CarrierUpdate.DELIVERED) && parcel.state() == Parcel.State.IN_TRANSIT) {
            deliveryProcess.delivered(parcel.orderNumber(), parcel.number());
        }
    }
}
