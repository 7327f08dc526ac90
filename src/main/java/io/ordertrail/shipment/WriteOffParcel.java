package io.ordertrail.shipment;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** What was on its way for an order is lost; the goods were taken off the stock when they left. */
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
     * @param site that the parcel came from; null for all of the order
     * @return the tracking numbers of what is lost
     */
    public List<String> record(OrderNumber order, String site) {
        var lost = shipments.underWay(order, site);
        lost.forEach(shipment -> shipment.close(Shipment.Status.LOST, clock.instant()));
        return lost.stream().map(Shipment::trackingNumber).toList();
    }
}
