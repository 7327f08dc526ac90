package io.ordertrail.shipment;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Records that parcels of an order are delivered. */
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
     * Records the delivery.
     *
     * @param site that shipped the parcel; null for all parcels of the order
     * @param required units per product that the customer gets
     * @return whether all of these units are delivered
     */
    public boolean record(OrderNumber order, String site, Map<String, Integer> required) {
        shipments.underWay(order, site).forEach(shipment -> shipment.close(Shipment.Status.DELIVERED, clock.instant()));
        var delivered = shipments.findByOrderNumberAndStatus(order, Shipment.Status.DELIVERED).stream()
                .flatMap(shipment -> shipment.quantities().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return delivered
                >= required.values().stream().mapToInt(Integer::intValue).sum();
    }
}
