package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;

/** A parcel has been handed to a carrier. */
@Service
@Transactional
public class RecordShipment {

    private final Shipments shipments;
    private final Clock clock;

    RecordShipment(Shipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    /** @throws Refusal when the tracking number is that of another parcel */
    public void record(OrderNumber order, Parcel parcel) {
        if (shipments.findById(parcel.trackingNumber()).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "shipment.tracking-taken", parcel.trackingNumber());
        }
        shipments.save(new Shipment(order, parcel, clock.instant()));
    }
}
