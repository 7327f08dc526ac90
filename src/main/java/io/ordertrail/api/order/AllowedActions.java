package io.ordertrail.api.order;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/** The actions that the caller may take on an order now: the order's state and the caller's rights must allow them. */
@Component
class AllowedActions {

    private final WebInvocationPrivilegeEvaluator privileges;

    AllowedActions(WebInvocationPrivilegeEvaluator privileges) {
        this.privileges = privileges;
    }

    /**
     * Lists the allowed actions, each by the last part of the path of its call.
     *
     * @param parcelsInTransit whether any parcel is in transit
     */
    List<String> on(Order order, boolean parcelsInTransit) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return allowedIn(order.state(), parcelsInTransit)
                .filter(action ->
                        privileges.isAllowed("", "/api/orders/" + order.number() + "/" + action, "POST", caller))
                .toList();
    }

    private static Stream<String> allowedIn(OrderState state, boolean parcelsInTransit) {
        if (state.beforeShipping()) {
            return Stream.of("cancellation");
        }
        if (state == OrderState.DELIVERED) {
            return Stream.of("receipt");
        }
        return state.underWay() && parcelsInTransit ? Stream.of("delivery") : Stream.of();
    }
}
