package io.ordertrail.web.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.allocation.Backorder;
import io.ordertrail.stock.allocation.Backorders;

/** Reads the backorders of a product. */
@Component
@Transactional(readOnly = true)
class ReadBackorders {

    private static final Limit WAITING = Limit.of(50);

    /** The number of orders that wait for a product, and their missing units. */
    record Queue(long orders, long units) {

        static final Queue NONE = new Queue(0, 0);
    }

    /**
     * A backorder in the queue of a product.
     *
     * @param position in the queue, starting at 1
     * @param backorder the backorder
     * @param shortagePolicy the customer's shortage policy
     */
    record Waiting(int position, Backorder backorder, ShortagePolicy shortagePolicy) {}

    private final Backorders backorders;
    private final Orders orders;
    private final Customers customers;

    ReadBackorders(Backorders backorders, Orders orders, Customers customers) {
        this.backorders = backorders;
        this.orders = orders;
        this.customers = customers;
    }

    /** The queues by SKU; a product without backorders has no entry. */
    Map<String, Queue> queues(Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : backorders.queues(skus).stream()
                        .collect(Collectors.toMap(
                                Backorders.Queue::getSku, queue -> new Queue(queue.getOrders(), queue.getUnits())));
    }

    Queue queue(String sku) {
        return queues(List.of(sku)).getOrDefault(sku, Queue.NONE);
    }

    /** The first backorders in the queue of a product. */
    List<Waiting> firstWaiting(String sku) {
        var queue = backorders.firstInQueue(sku, WAITING);
        var policies = shortagePolicies(queue.stream().map(Backorder::order).toList());
        return IntStream.range(0, queue.size())
                .mapToObj(i -> new Waiting(
                        i + 1, queue.get(i), policies.get(queue.get(i).order())))
                .toList();
    }

    private Map<OrderNumber, ShortagePolicy> shortagePolicies(Collection<OrderNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var waiting = orders.findByNumberIn(numbers);
        var policies =
                customers.findByNumberIn(waiting.stream().map(Order::customer).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Customer::number, Customer::shortagePolicy));
        return waiting.stream().collect(Collectors.toMap(Order::number, order -> policies.get(order.customer())));
    }
}
