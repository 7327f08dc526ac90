package io.ordertrail.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.api.order.OrderView.Totals;
import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/**
 * Orders, newest first.
 *
 * @param next the value of {@code after} for the next page; null on the last page
 */
record OrderPage(List<OrderSummary> orders, String next) {

    /** An order in a list. */
    record OrderSummary(
            String number,
            OrderState state,
            Instant stateSince,
            String channel,
            String externalReference,
            String customer,
            String currency,
            LocalDate requestedDelivery,
            Totals totals,
            Instant enteredAt,
            String enteredBy) {

        static OrderSummary of(Order order) {
            return new OrderSummary(
                    order.number().value(),
                    order.state(),
                    order.stateSince(),
                    order.channel(),
                    order.externalReference(),
                    order.customer(),
                    order.currency().getCurrencyCode(),
                    order.requestedDelivery(),
                    new Totals(DecimalStrings.amount(order.total())),
                    order.enteredAt(),
                    order.enteredBy());
        }
    }

    /**
     * Creates a page of orders.
     *
     * @param found up to {@code limit} orders and one more when there is another page
     */
    static OrderPage of(List<Order> found, int limit) {
        var page = found.stream().limit(limit).map(OrderSummary::of).toList();
        return new OrderPage(page, found.size() > limit ? page.get(limit - 1).number() : null);
    }
}
