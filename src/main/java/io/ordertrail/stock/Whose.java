package io.ordertrail.stock;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.OrderNumber;

/** The line of an order that pieces are for. */
record Whose(OrderNumber order, int position, String sku, Priority priority) {
}
