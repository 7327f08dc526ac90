package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedQuantities.Allocation;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.transaction.UnwrittenRows;

/** What an order has: goods that are reserved for it and goods that were shipped. */
@Component
public class AllocatedGoods {

    private final Reservations reservations;
    private final UnwrittenRows unwritten;
    private final StockItems items;

    AllocatedGoods(Reservations reservations, UnwrittenRows unwritten, StockItems items) {
        this.reservations = reservations;
        this.unwritten = unwritten;
        this.items = items;
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
        items.lock(skus);
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

    /** Open reservations by site, bin, SKU and line; without a lock. */
    public List<OpenReservation> open(OrderNumber order) {
        return reservations.openOf(order);
    }

    /** Reserved units per SKU. */
    public Map<String, Integer> reservedBySku(OrderNumber order) {
        return open(order).stream()
                .collect(Collectors.toMap(OpenReservation::sku, OpenReservation::quantity, Integer::sum, TreeMap::new));
    }

    public AllocatedQuantities allocatedTo(OrderNumber order) {
        var written = isUnwritten(order) ? Stream.<Allocation>empty() : reservations.writtenOf(order).stream();
        return new AllocatedQuantities(Stream.concat(written, unwrittenOf(order).map(Reservation::allocation))
                .toList());
    }

    /**
     * Assigns what is reserved at these sites, and not part of a parcel yet, to a parcel.
     *
     * @param parcel its number
     */
    public void assign(OrderNumber order, Collection<String> sites, String parcel) {
        unwrittenOf(order).forEach(reservation -> reservation.assign(sites, parcel));
        if (!isUnwritten(order)) {
            reservations.assignWritten(order, sites, parcel);
        }
    }

    /** The database has nothing of such an order. */
    private boolean isUnwritten(OrderNumber order) {
        return unwritten.of(Order.class).anyMatch(one -> one.number().equals(order));
    }

    private Stream<Reservation> unwrittenOf(OrderNumber order) {
        return unwritten.of(Reservation.class).filter(reservation -> reservation.isOf(order));
    }
}
