package io.ordertrail.shipment;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;

/** All shipped parcels. */
public interface Shipments extends Repository<Shipment, String> {

    Shipment save(Shipment shipment);

    Optional<Shipment> findById(String trackingNumber);

    List<Shipment> findByOrderNumberOrderByShippedAt(OrderNumber order);

    List<Shipment> findByOrderNumberAndStatus(OrderNumber order, Shipment.Status status);

    /**
     * The parcels of an order that are in transit.
     *
     * @param site that shipped them; null for all
     */
    default List<Shipment> underWay(OrderNumber order, String site) {
        return findByOrderNumberAndStatus(order, Shipment.Status.IN_TRANSIT).stream()
                .filter(shipment -> site == null || site.equals(shipment.site()))
                .toList();
    }

    default Shipment get(String trackingNumber) {
        return findById(trackingNumber).orElseThrow(() -> new UnknownShipment(trackingNumber));
    }
}
