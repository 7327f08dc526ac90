package io.ordertrail.shipment;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Writes off parcels of an order that are lost. Their goods left the stock when they were shipped. */
@Service
@Transactional
public class WriteOffParcel {

    private final Shipments shipments;
    private final Clock clock;

    WriteOffParcel(Shipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    /**
     * Writes the parcels off.
     *
     * @param site that shipped the parcel; null for all parcels of the order
     * @return the tracking numbers of the lost parcels
     */
    public List<String> record(OrderNumber order, String site) {
        var lost = shipments.underWay(order, site);
        lost.forEach(shipment -> shipment.close(Shipment.Status.LOST, clock.instant()));
        return lost.stream().map(Shipment::trackingNumber).toList();
    }
}
