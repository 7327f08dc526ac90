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

/** Reads who waits for a product. */
@Component
@Transactional(readOnly = true)
class ReadBackorders {

    private static final Limit WAITING = Limit.of(50);

    /** Orders that wait for a product, and the pieces they lack. */
    record Queue(long orders, long pieces) {

        static final Queue NONE = new Queue(0, 0);
    }

    /** @param wish what the customer always wants when goods are short */
    record Waiting(int position, Backorder place, ShortagePolicy wish) {}

    private final Backorders backorders;
    private final Orders orders;
    private final Customers customers;

    ReadBackorders(Backorders backorders, Orders orders, Customers customers) {
        this.backorders = backorders;
        this.orders = orders;
        this.customers = customers;
    }

    /** By SKU; a product that nobody waits for has none. */
    Map<String, Queue> queues(Collection<String> skus) {
        return skus.isEmpty()
                ? Map.of()
                : backorders.queues(skus).stream()
                        .collect(Collectors.toMap(
                                Backorders.Queue::getSku, queue -> new Queue(queue.getOrders(), queue.getPieces())));
    }

    Queue queue(String sku) {
        return queues(List.of(sku)).getOrDefault(sku, Queue.NONE);
    }

    /** The first of those who wait. */
    List<Waiting> line(String sku) {
        var line = backorders.line(sku, WAITING);
        var wishes = wishes(line.stream().map(Backorder::order).toList());
        return IntStream.range(0, line.size())
                .mapToObj(at -> new Waiting(
                        at + 1, line.get(at), wishes.get(line.get(at).order())))
                .toList();
    }

    private Map<OrderNumber, ShortagePolicy> wishes(Collection<OrderNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var waiting = orders.findByNumberIn(numbers);
        var wishes =
                customers.findByNumberIn(waiting.stream().map(Order::customer).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Customer::number, Customer::shortageWish));
        return waiting.stream().collect(Collectors.toMap(Order::number, order -> wishes.get(order.customer())));
    }
}
