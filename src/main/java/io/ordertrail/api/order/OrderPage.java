package io.ordertrail.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.api.order.OrderView.Totals;
import io.ordertrail.api.wire.DecimalStrings;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderState;

/**
 * Orders in the wanted sequence.
 *
 * @param next the value of {@code after} for the next page; null on the last page
 * @param previous the value of {@code before} for the previous page; null on the first page
 */
record OrderPage(List<OrderSummary> orders, String next, String previous) {

    /**
     * An order in a list.
     *
     * @param history whether it had ended before it came here
     */
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
            String enteredBy,
            boolean history) {

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
                    order.enteredBy(),
                    order.isHistory());
        }
    }

    /**
     * Creates a page of orders.
     *
     * @param found up to {@code limit} orders and one more when there is another page
     */
    static OrderPage of(List<Order> found, OrderQuery query) {
        var back = query.before() != null;
        var more = found.size() > query.limit();
        var page = (back && more ? found.subList(1, found.size()) : found)
                .stream().limit(query.limit()).map(OrderSummary::of).toList();
        var any = !page.isEmpty();
        return new OrderPage(
                page,
                any && (back || more) ? page.get(page.size() - 1).number() : null,
                any && (back ? more : query.after() != null) ? page.get(0).number() : null);
    }
}
