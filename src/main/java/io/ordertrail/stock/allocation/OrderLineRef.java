package io.ordertrail.stock.allocation;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/** Names the order line that stock is reserved for. */
public record OrderLineRef(OrderNumber order, int position, String sku, Priority priority) {}
