package io.ordertrail.demo;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.platform.access.Role;
import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.shipment.RecordCarrierUpdate;

/** The systems of the carriers, which report that parcels of a demo order are delivered. */
@Component
class DemoCarrier {

    private final DemoStaff staff;
    private final Parcels parcels;
    private final RecordCarrierUpdate recordCarrierUpdate;
    private final Clock clock;

    DemoCarrier(DemoStaff staff, Parcels parcels, RecordCarrierUpdate recordCarrierUpdate, Clock clock) {
        this.staff = staff;
        this.parcels = parcels;
        this.recordCarrierUpdate = recordCarrierUpdate;
        this.clock = clock;
    }

    void reportDelivery(OrderNumber order) {
        parcels.shipped(order).forEach(parcel -> report(parcel.trackingNumber()));
    }

    private void report(String trackingNumber) {
        staff.as(
                Role.SYSTEMS,
                () -> recordCarrierUpdate.record(
                        trackingNumber,
                        new CarrierUpdate("update-of-" + trackingNumber, CarrierUpdate.DELIVERED, clock.instant())));
    }
}
