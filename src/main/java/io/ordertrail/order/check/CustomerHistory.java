package io.ordertrail.order.check;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.ContentFingerprint;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.Orders.OtherOrders;
import io.ordertrail.order.check.PastQuantities.Key;
import io.ordertrail.transaction.TransactionBound;

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

        private static Summary of(OtherOrders others, Map<String, Map<String, List<Integer>>> past) {
            return new Summary(
                    others.getOwed(),
                    others.getOrderedBefore(),
                    others.getSameOrdered(),
                    past.getOrDefault(others.getCustomer(), Map.of()));
        }
    }

    /**
     * Facts that are loaded before the orders are entered.
     *
     * @param at when they were loaded
     */
    private record Preloaded(Instant at, Map<String, Summary> byCustomer) {

        /** Gives the facts once, to an order that is entered after they were loaded. A later check loads them again. */
        Optional<Summary> take(Order order) {
            return order.enteredAt().isBefore(at)
                    ? Optional.empty()
                    : Optional.ofNullable(byCustomer.remove(order.customer()));
        }
    }

    private final TransactionBound<Preloaded> preloaded = new TransactionBound<>();
    private final Customers customers;
    private final Orders orders;
    private final PastQuantities quantities;
    private final Clock clock;

    CustomerHistory(Customers customers, Orders orders, PastQuantities quantities, Clock clock) {
        this.customers = customers;
        this.orders = orders;
        this.quantities = quantities;
        this.clock = clock;
    }

    /**
     * Loads the facts for orders that this transaction is about to enter, each of another customer. It locks the
     * customers: their next orders, on any node, wait until the transaction ends, because they would not see its
     * orders.
     */
    public void preload(List<NewOrder> newOrders) {
        var contents = newOrders.stream().collect(Collectors.toMap(NewOrder::customer, ContentFingerprint::of));
        customers.lock(contents.keySet());
        var keys = newOrders.stream()
                .flatMap(order -> order.lines().stream().map(line -> new Key(order.customer(), line.sku())))
                .distinct()
                .toList();
        var now = clock.instant();
        preloaded.set(new Preloaded(now, load(contents, now, keys, List.of())));
    }

    /**
     * Facts for the check of an order. Preloaded facts compare the contents of all orders of the group; when they
     * report a duplicate, it may be one of another order, so the facts are loaded again.
     */
    Summary summaryFor(Order order) {
        return Optional.ofNullable(preloaded.get())
                .flatMap(loaded -> loaded.take(order))
                .filter(facts -> !facts.sameOrdered())
                .orElseGet(() -> load(order));
    }

    private Summary load(Order order) {
        var keys = order.requiredQuantities().keySet().stream()
                .map(sku -> new Key(order.customer(), sku))
                .toList();
        return load(Map.of(order.customer(), order.content()), order.enteredAt(), keys, List.of(order.number()))
                .get(order.customer());
    }

    private Map<String, Summary> load(
            Map<String, String> contents, Instant at, List<Key> keys, Collection<OrderNumber> excluded) {
        var past = quantities.of(keys, excluded, HISTORY);
        return orders.otherOrdersOf(contents.keySet(), contents.values(), at.minus(DUPLICATE_WITHIN), excluded).stream()
                .collect(Collectors.toMap(OtherOrders::getCustomer, others -> Summary.of(others, past)));
    }
}
