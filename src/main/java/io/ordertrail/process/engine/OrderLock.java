package io.ordertrail.process.engine;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.allocation.DeferredReservations;
import io.ordertrail.stock.replenishment.PurchaseOrders;

/**
 * One after the other moves an order, or a purchase: whoever ends a task of it or lets a timer of it fire locks the order first, as those do who
 * bring news, and then finds what the one before has left. The engine by itself reads without locks and stumbles over what goes away.
 * The stock of what was ordered is locked before the order: who brings goods has locked it when it comes to the orders that wait for them.
 * Before the stock comes the customer, where the order will be checked: who enters one of the same customer has locked that first.
 */
@Component
public class OrderLock {

    private final Customers customers;
    private final Orders orders;
    private final PurchaseOrders purchases;
    private final DeferredReservations pledges;

    OrderLock(Customers customers, Orders orders, PurchaseOrders purchases, DeferredReservations pledges) {
        this.customers = customers;
        this.orders = orders;
        this.purchases = purchases;
        this.pledges = pledges;
    }

    /**
     * Until the end of the running transaction. An instance that drives nothing of ours needs no turn.
     *
     * @param root the instance, or for a parcel the one that called it
     */
    public void take(String root) {
        orders.customerOfCorrected(root).ifPresent(customer -> customers.lock(List.of(customer)));
        pledges.lock(orders.productsDrivenBy(root));
        if (orders.lockDrivenBy(root).isEmpty()) {
            purchases.lockDrivenBy(root);
        }
    }

    public Order take(OrderNumber number) {
        pledges.lock(orders.productsOf(List.of(number)));
        return orders.getLocked(number);
    }
}
