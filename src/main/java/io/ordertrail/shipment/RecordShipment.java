package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.search.SearchKind;
import io.ordertrail.search.WriteSearchWords;

/** Records that a carrier has taken over a parcel. */
@Service
@Transactional
public class RecordShipment {

    private final Parcels parcels;
    private final WriteSearchWords search;
    private final Clock clock;

    RecordShipment(Parcels parcels, WriteSearchWords search, Clock clock) {
        this.search = search;
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
        var shipped = parcels.get(parcel);
        shipped.ship(handover, clock.instant());
        search.add(SearchKind.ORDER, shipped.orderNumber().value(), shipped.searchTexts());
    }
}
