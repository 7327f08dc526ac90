package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;

/** What an order has: goods that are set aside for it, and goods that were sent. */
@Component
public class AllocatedGoods {

    private final Reservations reservations;
    private final UnflushedReservations unwritten;
    private final DeferredReservations pledges;
    private final AvailabilityForOrders availability;

    AllocatedGoods(
            Reservations reservations,
            UnflushedReservations unwritten,
            DeferredReservations pledges,
            AvailabilityForOrders availability) {
        this.reservations = reservations;
        this.unwritten = unwritten;
        this.pledges = pledges;
        this.availability = availability;
    }

    /** What is set aside for the order, read once nobody else can change it: whoever does locks the products' stock first. */
    public List<OpenReservation> locked(OrderNumber order) {
        var skus = setAside(order).keySet();
        if (skus.isEmpty()) {
            return List.of();
        }
        pledges.lock(skus);
        return open(order);
    }

    /** @param site where it lies; null for the whole order */
    public List<OpenReservation> locked(OrderNumber order, String site) {
        return locked(order).stream()
                .filter(line -> site == null || site.equals(line.site()))
                .toList();
    }

    /** What there is of the products, and what of it the order got already. */
    List<AvailabilityForOrder> offers(Collection<String> skus, OrderNumber order) {
        return availability.offers(skus, order);
    }

    public List<OpenReservation> open(OrderNumber order) {
        return reservations.openOf(order);
    }

    public Map<String, Integer> setAside(OrderNumber order) {
        return open(order).stream()
                .collect(Collectors.toMap(OpenReservation::sku, OpenReservation::quantity, Integer::sum, TreeMap::new));
    }

    public AllocatedQuantities promised(OrderNumber order) {
        return justNow(order).orElseGet(() -> new AllocatedQuantities(reservations.promisedTo(order)));
    }

    /** What the running transaction set aside for an order that had nothing before; empty where the database knows. */
    Optional<AllocatedQuantities> justNow(OrderNumber order) {
        return unwritten
                .of(order)
                .map(known -> new AllocatedQuantities(
                        known.stream().map(Reservation::part).toList()));
    }
}
