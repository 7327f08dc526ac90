package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderChanges;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Cancels the quantities that the customer no longer gets from an order that is partly shipped. */
@Service
@Transactional
public class CancelRemainder {

    private final Orders orders;
    private final OrderChanges changes;

    CancelRemainder(Orders orders, OrderChanges changes) {
        this.orders = orders;
        this.changes = changes;
    }

    /**
     * Cancels the remaining quantities.
     *
     * @param kept units by line that the customer gets
     */
    public void cancel(OrderNumber number, Map<Integer, Integer> kept) {
        var order = orders.get(number);
        var required = order.requiredQuantities();
        var before = changes.before(order);
        order.cancelBeyond(kept);
        if (!order.requiredQuantities().equals(required)) {
            changes.record(order, before, "quantity-cancelled");
        }
    }
}
