package io.ordertrail.shipment;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** What was on its way for an order has arrived. */
@Service
@Transactional
public class RecordDelivery {

    private final Shipments shipments;
    private final Clock clock;

    RecordDelivery(Shipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    /**
     * @param site that the parcel came from; null for all of the order
     * @param wanted pieces per product that the customer gets
     * @return whether all of them have arrived
     */
    public boolean record(OrderNumber order, String site, Map<String, Integer> wanted) {
        shipments.underWay(order, site).forEach(shipment -> shipment.close(Shipment.Status.DELIVERED, clock.instant()));
        var arrived = shipments.findByOrderNumberAndStatus(order, Shipment.Status.DELIVERED).stream()
                .flatMap(shipment -> shipment.pieces().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return arrived >= wanted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
