package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;

/** What an order has: goods that are reserved for it and goods that were shipped. */
@Component
public class AllocatedGoods {

    private final Reservations reservations;
    private final UnflushedReservations unflushed;
    private final DeferredReservations deferred;
    private final AvailabilityForOrders availability;

    AllocatedGoods(
            Reservations reservations,
            UnflushedReservations unflushed,
            DeferredReservations deferred,
            AvailabilityForOrders availability) {
        this.reservations = reservations;
        this.unflushed = unflushed;
        this.deferred = deferred;
        this.availability = availability;
    }

    /**
     * Open reservations of the order, read when nobody else can change them: every change locks the products' stock
     * first.
     */
    public List<OpenReservation> locked(OrderNumber order) {
        var skus = reservedBySku(order).keySet();
        if (skus.isEmpty()) {
            return List.of();
        }
        deferred.lock(skus);
        return open(order);
    }

    /**
     * The same for one parcel.
     *
     * @param parcel its number
     */
    public List<OpenReservation> locked(OrderNumber order, String parcel) {
        return locked(order).stream()
                .filter(line -> parcel.equals(line.parcel()))
                .toList();
    }

    /** Stock levels of the products, each with the quantity that this order already has of it. */
    List<AvailabilityForOrder> availabilityFor(Collection<String> skus, OrderNumber order) {
        return availability.availabilityFor(skus, order);
    }

    /** Open reservations by site, bin, SKU and line; without a lock. */
    public List<OpenReservation> open(OrderNumber order) {
        return reservations.openOf(order);
    }

    /** Reserved units per SKU. */
    public Map<String, Integer> reservedBySku(OrderNumber order) {
        return open(order).stream()
                .collect(Collectors.toMap(OpenReservation::sku, OpenReservation::quantity, Integer::sum, TreeMap::new));
    }

    /** Includes what the running transaction has not written yet. */
    public AllocatedQuantities allocatedTo(OrderNumber order) {
        return allocatedInTransaction(order).orElseGet(() -> new AllocatedQuantities(reservations.allocatedTo(order)));
    }

    /**
     * What the running transaction reserved for an order that had nothing before; empty when the database has to be
     * asked.
     */
    Optional<AllocatedQuantities> allocatedInTransaction(OrderNumber order) {
        return unflushed
                .of(order)
                .map(known -> new AllocatedQuantities(
                        known.stream().map(Reservation::allocation).toList()));
    }
}
