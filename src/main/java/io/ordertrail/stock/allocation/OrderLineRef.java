package io.ordertrail.stock.allocation;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/** The line of an order that pieces are for. */
public record OrderLineRef(OrderNumber order, int position, String sku, Priority priority) {}
