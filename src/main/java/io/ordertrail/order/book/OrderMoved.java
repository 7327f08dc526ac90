package io.ordertrail.order.book;

import java.time.Duration;

/**
 * Event: an order has reached another state. It is published within the transaction of the change.
 *
 * @param from null at entry
 * @param age since entry
 */
public record OrderMoved(OrderNumber number, OrderState from, OrderState to, Duration age) {}
