package io.ordertrail.order.search;

import java.util.EnumMap;
import java.util.Map;

import io.ordertrail.order.book.OrderState;

/** How many orders a search finds, in each state. */
public record OrderCounts(Map<OrderState, Count> states, Count all) {

    static final int MOST = 10_000;

    /**
     * A number of orders.
     *
     * @param more whether there may be more than these
     */
    public record Count(long orders, boolean more) {

        static Count of(long counted) {
            return new Count(Math.min(counted, MOST), counted > MOST);
        }
    }

    /** Counts that are exact up to ten thousand. */
    static OrderCounts of(Map<OrderState, Long> counted) {
        var states = new EnumMap<OrderState, Count>(OrderState.class);
        counted.forEach((state, orders) -> states.put(state, Count.of(orders)));
        return new OrderCounts(
                states,
                Count.of(counted.values().stream().mapToLong(Long::longValue).sum()));
    }

    /** Counts of the first ten thousand of many orders: each state may have more. */
    static OrderCounts ofMany(Map<OrderState, Long> counted) {
        var states = new EnumMap<OrderState, Count>(OrderState.class);
        counted.forEach((state, orders) -> states.put(state, new Count(Math.min(orders, MOST), true)));
        return new OrderCounts(states, new Count(MOST, true));
    }
}
