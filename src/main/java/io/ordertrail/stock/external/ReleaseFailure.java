package io.ordertrail.stock.external;

import io.ordertrail.order.book.OrderNumber;

/** The external stock system may still hold goods of an order. The message names the order, because an incident shows it. */
class ReleaseFailure extends RuntimeException {

    ReleaseFailure(OrderNumber order, RuntimeException cause) {
        super(
                "Order %s: the external stock system may still hold goods. %s".formatted(order, cause.getMessage()),
                cause);
    }
}
