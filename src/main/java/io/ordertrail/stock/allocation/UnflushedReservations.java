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
 * What the running transaction reserved for orders that had nothing before, and has not flushed yet: until it is
 * flushed, nobody else can have changed it. Callers check here first, so that the rows of all orders that share a
 * transaction are flushed together.
 */
@Component
public class UnflushedReservations {

    private static final class OrderState {
        private final List<Reservation> reservations = new ArrayList<>();
        private boolean withoutBackorder;

        private boolean isUnflushed() {
            return reservations.stream().noneMatch(Reservation::isWritten);
        }
    }

    private final TransactionBound<Map<OrderNumber, OrderState>> states = new TransactionBound<>();

    /** Registers an order that this transaction enters: it has no reservation and no backorder yet. */
    public void begin(OrderNumber order) {
        state(order).withoutBackorder = true;
    }

    void add(OrderNumber order, Reservation reservation) {
        state(order).reservations.add(reservation);
    }

    /** From now on, only the database knows what is reserved for the order. */
    void forget(OrderNumber order) {
        if (states.get() != null) {
            states.get().remove(order);
        }
    }

    /** Returns empty when something is or was flushed already, so that the database has to be asked. */
    Optional<List<Reservation>> of(OrderNumber order) {
        return find(order).filter(OrderState::isUnflushed).map(state -> state.reservations);
    }

    /** The order gets a backorder. */
    void backordered(OrderNumber order) {
        find(order).ifPresent(state -> state.withoutBackorder = false);
    }

    /** Whether the order is known to have no backorder; if not, the database has to be asked. */
    boolean hasNoBackorder(OrderNumber order) {
        return find(order).filter(state -> state.withoutBackorder).isPresent();
    }

    private Optional<OrderState> find(OrderNumber order) {
        return Optional.ofNullable(states.get()).map(orders -> orders.get(order));
    }

    private OrderState state(OrderNumber order) {
        if (states.get() == null) {
            states.set(new HashMap<>());
        }
        return states.get().computeIfAbsent(order, none -> new OrderState());
    }
}
