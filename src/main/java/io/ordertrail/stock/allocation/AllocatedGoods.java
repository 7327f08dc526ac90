package io.ordertrail.stock.allocation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItems;

/** What an order has: goods that are reserved for it and goods that were shipped. */
@Component
public class AllocatedGoods {

    private final Reservations reservations;
    private final StockItems items;

    AllocatedGoods(Reservations reservations, StockItems items) {
        this.reservations = reservations;
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
        return new AllocatedQuantities(reservations.allocatedTo(order));
    }
}
