package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderChanges;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Cancels the quantities that are not available, so that the rest of the order can be shipped. */
@Service
@Transactional
public class CancelMissingQuantity {

    private final Orders orders;
    private final OrderChanges changes;

    CancelMissingQuantity(Orders orders, OrderChanges changes) {
        this.orders = orders;
        this.changes = changes;
    }

    /**
     * Cancels the missing quantities.
     *
     * @param allocated units by line that the order has
     * @throws OrderRefusal when the order has none
     */
    public void cancel(OrderNumber number, Map<Integer, Integer> allocated) {
        var order = orders.get(number);
        var before = changes.before(order);
        order.cancelBeyond(allocated);
        changes.record(order, before, "quantity-cancelled");
    }
}
