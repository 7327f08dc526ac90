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
 * Lets one caller at a time move an order or a purchase. A caller that completes a task, fires a timer or correlates a
 * message locks the order first and then reads what the caller before it has left. The engine by itself reads without
 * locks and fails on rows that disappear meanwhile.
 *
 * <p>The lock order is customer, stock, order. The stock of the ordered products comes before the order, because a goods
 * receipt has locked the stock when it comes to the orders that wait for it. The customer comes before the stock where
 * the order is about to be checked, because the entry of another order of this customer locks the customer first.
 */
@Component
public class OrderLock {

    private final Customers customers;
    private final Orders orders;
    private final PurchaseOrders purchases;
    private final DeferredReservations deferredReservations;

    OrderLock(Customers customers, Orders orders, PurchaseOrders purchases, DeferredReservations deferredReservations) {
        this.customers = customers;
        this.orders = orders;
        this.purchases = purchases;
        this.deferredReservations = deferredReservations;
    }

    /**
     * Locks until the end of the running transaction. An instance that drives no order and no purchase needs no lock.
     *
     * @param root the process instance; for a parcel the instance that called it
     */
    public void lock(String root) {
        orders.customerOfCorrected(root).ifPresent(customer -> customers.lock(List.of(customer)));
        deferredReservations.lock(orders.productsDrivenBy(root));
        if (orders.lockDrivenBy(root).isEmpty()) {
            purchases.lockByProcess(root);
        }
    }

    public Order lock(OrderNumber number) {
        deferredReservations.lock(orders.productsOf(List.of(number)));
        return orders.getLocked(number);
    }
}
