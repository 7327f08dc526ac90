package io.ordertrail.order.fulfilment;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** Confirms an order to the customer; never before its goods are reserved. */
@Service
@Transactional
public class ConfirmOrder {

    private final Orders orders;

    ConfirmOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * Confirms the order.
     *
     * @param allocated units per product that are reserved or shipped
     * @throws OrderRefusal when the allocated units are not those that the customer gets
     */
    public void confirm(OrderNumber number, Map<String, Integer> allocated) {
        orders.get(number).confirm(allocated);
    }
}
