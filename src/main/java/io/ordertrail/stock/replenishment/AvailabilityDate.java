package io.ordertrail.stock.replenishment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Backorder;
import io.ordertrail.stock.allocation.Backorders;

/** Calculates on which day waiting orders get their goods if purchase orders arrive on their expected dates. */
@Service
@Transactional(readOnly = true)
public class AvailabilityDate {

    private final Backorders backorders;
    private final PurchaseOrders purchases;
    private final Clock clock;

    AvailabilityDate(Backorders backorders, PurchaseOrders purchases, Clock clock) {
        this.backorders = backorders;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** Returns empty where the order waits for nothing, or where too little is incoming for one of its lines. */
    public Optional<LocalDate> of(OrderNumber order) {
        var waiting = backorders.of(order);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var incoming = incoming(waiting.stream().map(Backorder::sku).toList());
        var days = waiting.stream()
                .map(backorder -> day(backorder, incoming.getOrDefault(backorder.sku(), List.of())))
                .toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().map(Optional::get).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Gives the same result as {@link #along}, without reading the backorder queue, which may be long. */
    private Optional<LocalDate> day(Backorder backorder, List<IncomingGoods> incoming) {
        if (incoming.isEmpty()) {
            return Optional.empty();
        }
        var left = backorders.missingUpTo(
                backorder.sku(),
                backorder.priority(),
                backorder.since(),
                backorder.order().value(),
                backorder.position());
        for (var next : incoming) {
            left -= next.quantity();
            if (left <= 0) {
                return Optional.of(next.expected());
            }
        }
        return Optional.empty();
    }

    /**
     * Calculates the dates of all orders that wait for a product.
     *
     * @param queue the product's backorders in the order in which they are served
     */
    public Map<OrderNumber, LocalDate> forQueue(String sku, List<Backorder> queue) {
        return queue.isEmpty()
                ? Map.of()
                : allocate(queue, incoming(List.of(sku)).getOrDefault(sku, List.of()));
    }

    private Map<String, List<IncomingGoods>> incoming(Collection<String> products) {
        return purchases.incoming(products, LocalDate.now(clock)).stream()
                .collect(Collectors.groupingBy(IncomingGoods::sku));
    }

    /**
     * Allocates incoming goods as they will be allocated when they arrive: in the sequence of the backorder queue.
     *
     * @param incoming goods of the product, by expected date
     * @return the orders whose backorder is covered completely, with the date
     */
    static Map<OrderNumber, LocalDate> allocate(List<Backorder> queue, List<IncomingGoods> incoming) {
        var days = new LinkedHashMap<OrderNumber, LocalDate>();
        var coming = incoming.iterator();
        var left = 0L;
        LocalDate day = null;
        for (var backorder : queue) {
            while (left < backorder.missing() && coming.hasNext()) {
                var next = coming.next();
                left += next.quantity();
                day = next.expected();
            }
            if (left < backorder.missing()) {
                return days;
            }
            left -= backorder.missing();
            days.put(backorder.order(), day);
        }
        return days;
    }
}
