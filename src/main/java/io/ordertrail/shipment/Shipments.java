package io.ordertrail.shipment;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;

/** All parcels we ever sent. */
public interface Shipments extends Repository<Shipment, String> {

    Shipment save(Shipment shipment);

    Optional<Shipment> findById(String trackingNumber);

    List<Shipment> findByOrderNumberOrderByShippedAt(OrderNumber order);

    List<Shipment> findByOrderNumberAndStatus(OrderNumber order, Shipment.Status status);

    /** Of an order, what has not arrived yet. @param site that it came from; null for all */
    default List<Shipment> underWay(OrderNumber order, String site) {
        return findByOrderNumberAndStatus(order, Shipment.Status.IN_TRANSIT).stream()
                .filter(shipment -> site == null || site.equals(shipment.site()))
                .toList();
    }

    default Shipment get(String trackingNumber) {
        return findById(trackingNumber).orElseThrow(() -> new UnknownShipment(trackingNumber));
    }
}
