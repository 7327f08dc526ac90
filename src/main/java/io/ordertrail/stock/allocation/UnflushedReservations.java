package io.ordertrail.stock.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.transaction.TransactionBound;

/**
 * What the running transaction did for orders that had nothing before, and has not written yet: as long as it is not written, nothing
 * else can have changed it. To look here first lets the rows of all orders that share a transaction be written together.
 */
@Component
public class UnflushedReservations {

    private static final class Known {
        private final List<Reservation> setAside = new ArrayList<>();
        private boolean waitsForNothing;

        private boolean still() {
            return setAside.stream().noneMatch(Reservation::written);
        }
    }

    private final TransactionBound<Map<OrderNumber, Known>> all = new TransactionBound<>();

    /** An order that this transaction enters: so far it has nothing, and waits for nothing. */
    public void begin(OrderNumber order) {
        known(order).waitsForNothing = true;
    }

    void add(OrderNumber order, Reservation reservation) {
        known(order).setAside.add(reservation);
    }

    /** From here on the database has to be asked what is set aside for the order. */
    void forget(OrderNumber order) {
        if (all.get() != null) {
            all.get().remove(order);
        }
    }

    /** @return empty where something is written already, or was before, so that the database has to be asked */
    Optional<List<Reservation>> of(OrderNumber order) {
        return find(order).filter(Known::still).map(known -> known.setAside);
    }

    /** The order takes its place in a line. */
    void queue(OrderNumber order) {
        find(order).ifPresent(known -> known.waitsForNothing = false);
    }

    /** @return whether this is known; if not, the database has to be asked */
    boolean waitsForNothing(OrderNumber order) {
        return find(order).filter(known -> known.waitsForNothing).isPresent();
    }

    private Optional<Known> find(OrderNumber order) {
        return Optional.ofNullable(all.get()).map(orders -> orders.get(order));
    }

    private Known known(OrderNumber order) {
        if (all.get() == null) {
            all.set(new HashMap<>());
        }
        return all.get().computeIfAbsent(order, none -> new Known());
    }
}
