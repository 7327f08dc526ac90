package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Refusal;

/** Records that a carrier has taken over a parcel. */
@Service
@Transactional
public class RecordShipment {

    private final Parcels parcels;
    private final Clock clock;

    RecordShipment(Parcels parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    /**
     * Records the shipment.
     *
     * @param parcel its number
     * @throws Refusal when another parcel has this tracking number
     */
    public void record(String parcel, Handover handover) {
        if (parcels.findByTrackingNumber(handover.trackingNumber()).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "shipment.tracking-taken", handover.trackingNumber());
        }
        parcels.get(parcel).ship(handover, clock.instant());
    }
}
