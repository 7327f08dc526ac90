package io.ordertrail.order.search;

import io.ordertrail.order.book.OrderNumber;

/**
 * A page of a list of orders.
 *
 * @param after number of the last order on the page before; null for the first page
 * @param before number of the first order on the page behind; null unless one pages back
 */
public record OrderListPage(OrderSort sort, boolean descending, OrderNumber after, OrderNumber before, int limit) {

    public static OrderListPage newest(OrderNumber after, int limit) {
        return new OrderListPage(OrderSort.ENTERED, true, after, null, limit);
    }
}
