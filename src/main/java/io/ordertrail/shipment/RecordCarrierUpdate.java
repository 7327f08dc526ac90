package io.ordertrail.shipment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;

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
     * @throws Refusal when the carrier said something else of the parcel under the same id
     */
    public void record(String trackingNumber, CarrierUpdate update) {
        checked.valid(update);
        var parcel = parcels.tracked(Blanks.trimmed(trackingNumber));
        var key = new CarrierEvent.Key(parcel.trackingNumber(), update.id());
        var first = events.findById(key);
        if (first.isPresent()) {
            requireSame(first.get(), update);
            return;
        }
        events.save(new CarrierEvent(key, update));
        if (parcel.state() == Parcel.State.IN_TRANSIT) {
            tell(parcel, update.status());
        }
    }

    private void tell(Parcel parcel, String status) {
        if (status.equals(CarrierUpdate.DELIVERED)) {
            deliveryProcess.delivered(parcel.orderNumber(), parcel.number());
        } else if (CarrierUpdate.NEEDS_PERSON.contains(status)) {
            deliveryProcess.inTrouble(parcel.orderNumber(), parcel.number(), status);
        }
    }

    private static void requireSame(CarrierEvent first, CarrierUpdate update) {
        if (!first.says(update)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "shipment.event-taken",
                    update.id(),
                    first.status(),
                    first.at().toString());
        }
    }
}
