package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Orders.OtherOrders;

/** Facts from the other orders of a customer, for the check of an order. */
@Component
public class CustomerHistory {

    private static final Duration DUPLICATE_WITHIN = Duration.ofDays(1);
    /** The number of a customer's last orders of a product that define the usual quantity. */
    private static final int HISTORY = 10;

    /**
     * The facts about one customer.
     *
     * @param owed total of the orders that have not ended
     * @param sameOrdered whether another order of the last day has the same content
     * @param quantities of the last orders, per product
     */
    record Summary(BigDecimal owed, boolean orderedBefore, boolean sameOrdered, Map<String, List<Integer>> quantities) {

        private static Summary of(OtherOrders others, Map<String, List<Integer>> past) {
            return new Summary(others.getOwed(), others.getOrderedBefore(), others.getSameOrdered(), past);
        }
    }

    private final Orders orders;
    private final PastQuantities quantities;

    CustomerHistory(Orders orders, PastQuantities quantities) {
        this.orders = orders;
        this.quantities = quantities;
    }

    /**
     * Facts for the check of an order. The caller has locked the customer and flushed the customer's other orders of
     * this transaction.
     */
    Summary summaryFor(Order order) {
        var since = order.enteredAt().minus(DUPLICATE_WITHIN);
        return Summary.of(
                orders.othersOf(order.customer(), order.number(), order.content(), since),
                quantities.of(order, HISTORY));
    }
}
