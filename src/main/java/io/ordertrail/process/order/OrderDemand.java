package io.ordertrail.process.order;

import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.Demand.DemandLine;

/** The demand of an order: what stock allocation needs to know about it. */
@Component
public class OrderDemand {

    private final Orders orders;
    private final Customers customers;

    OrderDemand(Orders orders, Customers customers) {
        this.orders = orders;
        this.customers = customers;
    }

    public Demand of(OrderNumber number) {
        var order = orders.get(number);
        var lines = IntStream.range(0, order.lines().size())
                .filter(i -> order.lines().get(i).requiredQuantity() > 0)
                .mapToObj(i -> new DemandLine(
                        i, order.lines().get(i).sku(), order.lines().get(i).requiredQuantity()))
                .toList();
        return new Demand(
                number,
                lines,
                order.shipTo().country(),
                order.partialDelivery(),
                order.priorityFor(customers.get(order.customer())),
                order.enteredAt());
    }
}
