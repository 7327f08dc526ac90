package io.ordertrail.api.order;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/** What the caller may do to an order now: its state must fit, and the caller must have the right to the call. */
@Component
class AllowedActions {

    private final WebInvocationPrivilegeEvaluator rights;

    AllowedActions(WebInvocationPrivilegeEvaluator rights) {
        this.rights = rights;
    }

    /** @param parcels whether any are under way */
    List<String> on(Order order, boolean parcels) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return fitting(order.state(), parcels)
                .filter(action -> rights.isAllowed("", "/api/orders/" + order.number() + "/" + action, "POST", caller))
                .toList();
    }

    private static Stream<String> fitting(OrderState state, boolean parcels) {
        if (state.beforeShipping()) {
            return Stream.of("cancellation");
        }
        if (state == OrderState.DELIVERED) {
            return Stream.of("receipt");
        }
        return state.underWay() && parcels ? Stream.of("delivery") : Stream.of();
    }
}
