package io.ordertrail.order.book;

import java.time.Duration;

/**
 * An order has reached another state; told within the transaction in which it did.
 *
 * @param from null at entry
 * @param age since entry
 */
public record OrderMoved(OrderNumber number, OrderState from, OrderState to, Duration age) {}
