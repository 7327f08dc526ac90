package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** Records that a carrier has taken over a parcel. */
@Service
@Transactional
public class RecordShipment {

    private final Shipments shipments;
    private final Clock clock;

    RecordShipment(Shipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    /**
     * Records the shipment.
     *
     * @throws Refusal when another parcel has this tracking number
     */
    public void record(OrderNumber order, Parcel parcel) {
        if (shipments.findById(parcel.trackingNumber()).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "shipment.tracking-taken", parcel.trackingNumber());
        }
        shipments.save(new Shipment(order, parcel, clock.instant()));
    }
}
