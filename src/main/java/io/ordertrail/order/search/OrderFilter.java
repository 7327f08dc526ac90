package io.ordertrail.order.search;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import io.ordertrail.order.book.OrderState;

/**
 * Which orders are searched for; null or empty means any.
 *
 * @param text words of any of an order's texts, of its customer, its products and its parcels
 * @param byReceiver whether the text may be that of the receiver's fields, which not everybody sees
 * @param late when orders are late that are still to be delivered
 * @param openSince orders that were entered before this moment and have not ended
 */
public record OrderFilter(
        Collection<OrderState> states,
        String customer,
        String text,
        boolean byReceiver,
        Instant from,
        Instant to,
        Late late,
        Instant openSince) {

    /** The states that an order can have; those of late and of old orders are fewer. */
    Set<OrderState> possibleStates() {
        var possible = wantedStates();
        possible.retainAll(allowedStates());
        return possible;
    }

    /** The states that an order can have if no state is asked for. */
    Set<OrderState> allowedStates() {
        var allowed = EnumSet.allOf(OrderState.class);
        if (late != null) {
            allowed.removeIf(state -> !state.undelivered());
        }
        if (openSince != null) {
            allowed.removeIf(OrderState::ended);
        }
        return allowed;
    }

    private Set<OrderState> wantedStates() {
        return states == null || states.isEmpty() ? EnumSet.allOf(OrderState.class) : EnumSet.copyOf(states);
    }

    OrderFilter ofCustomer(String number) {
        return new OrderFilter(states, number, text, byReceiver, from, to, late, openSince);
    }
}
