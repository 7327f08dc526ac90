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

/** On which day those who wait will have their goods, if what is incoming comes when it should. */
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

    /** @return empty where the order waits for nothing, or for something of which not enough is incoming */
    public Optional<LocalDate> of(OrderNumber order) {
        var waiting = backorders.of(order);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var incoming = incoming(waiting.stream().map(Backorder::sku).toList());
        var days = waiting.stream()
                .map(place -> day(place, incoming.getOrDefault(place.sku(), List.of())))
                .toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().map(Optional::get).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The same as along the line, without reading the line, which may be long. */
    private Optional<LocalDate> day(Backorder place, List<IncomingGoods> incoming) {
        if (incoming.isEmpty()) {
            return Optional.empty();
        }
        var left = backorders.missingUpTo(
                place.sku(), place.priority(), place.since(), place.order().value(), place.position());
        for (var next : incoming) {
            left -= next.pieces();
            if (left <= 0) {
                return Optional.of(next.expected());
            }
        }
        return Optional.empty();
    }

    /** @param line of one product, as it is served */
    public Map<OrderNumber, LocalDate> along(String sku, List<Backorder> line) {
        return line.isEmpty() ? Map.of() : days(line, incoming(List.of(sku)).getOrDefault(sku, List.of()));
    }

    private Map<String, List<IncomingGoods>> incoming(Collection<String> products) {
        return purchases.incoming(products, LocalDate.now(clock)).stream()
                .collect(Collectors.groupingBy(IncomingGoods::sku));
    }

    /**
     * Hands out what will come as it will be handed out when it comes: to the first in line first.
     *
     * @param incoming of the product, by the day on which it is expected
     * @return those who will have all of the product, with the day
     */
    static Map<OrderNumber, LocalDate> days(List<Backorder> line, List<IncomingGoods> incoming) {
        var days = new LinkedHashMap<OrderNumber, LocalDate>();
        var coming = incoming.iterator();
        var left = 0L;
        LocalDate day = null;
        for (var waiting : line) {
            while (left < waiting.missing() && coming.hasNext()) {
                var next = coming.next();
                left += next.pieces();
                day = next.expected();
            }
            if (left < waiting.missing()) {
                return days;
            }
            left -= waiting.missing();
            days.put(waiting.order(), day);
        }
        return days;
    }
}
