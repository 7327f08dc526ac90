package io.ordertrail.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderLine;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.replenishment.PurchaseOrders;

/**
 * Lets one caller at a time move an order or a purchase. A caller that completes a task, fires a timer or correlates a
 * message locks the order first and then reads what the caller before it has left. The engine by itself reads without
 * locks and fails on rows that disappear meanwhile.
 *
 * <p>This is the one lock order, for every transaction: customers by number, then a purchase order, then stock by SKU and
 * site, then orders by number. The stock of the ordered products comes before the order, because a goods receipt has
 * locked the stock when it comes to the orders that wait for it. The customer comes before the stock where an order is
 * about to be checked, because its check reads the other orders of the customer.
 */
@Component
public class OrderLock {

    private final Customers customers;
    private final Orders orders;
    private final PurchaseOrders purchases;
    private final StockItems items;

    OrderLock(Customers customers, Orders orders, PurchaseOrders purchases, StockItems items) {
        this.customers = customers;
        this.orders = orders;
        this.purchases = purchases;
        this.items = items;
    }

    /**
     * Locks until the end of the running transaction. An instance that drives no order and no purchase needs no lock.
     *
     * @param root the process instance; for a parcel the instance that called it
     */
    public void lock(String root) {
        orders.customerOfCorrected(root).ifPresent(customer -> customers.lock(List.of(customer)));
        lockStock(orders.productsDrivenBy(root));
        if (orders.lockDrivenBy(root).isEmpty()) {
            purchases.lockByProcess(root);
        }
    }

    public Order lock(OrderNumber number) {
        lockStock(orders.productsOf(List.of(number)));
        return orders.getLocked(number);
    }

    /** Locks an order that is about to be checked again. */
    public Order lockForCheck(OrderNumber number) {
        customers.lock(List.of(orders.get(number).customer()));
        return lock(number);
    }

    /** Locks what the check and the allocation of new orders need. Nobody else knows the orders yet. */
    public void lockNew(List<Order> entered) {
        customers.lock(entered.stream().map(Order::customer).collect(Collectors.toSet()));
        lockStock(entered.stream()
                .flatMap(order -> order.lines().stream().map(OrderLine::sku))
                .collect(Collectors.toSet()));
    }

    private void lockStock(Collection<String> skus) {
        if (!skus.isEmpty()) {
            items.lock(skus);
        }
    }
}
