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
import io.ordertrail.order.book.Orders.Others;
import io.ordertrail.order.check.PastQuantities.Key;
import io.ordertrail.transaction.TransactionBound;

/** What the other orders of a customer say about one that is checked. */
@Component
public class CustomerHistory {

    private static final Duration DUPLICATE_WITHIN = Duration.ofDays(1);
    /** How many of a customer's last orders of a product make up its usual quantity. */
    private static final int HISTORY = 10;

    /**
     * @param owed in orders that are under way
     * @param sameOrdered whether the same was ordered within a day
     * @param quantities that were ordered of each product before
     */
    record Said(BigDecimal owed, boolean orderedBefore, boolean sameOrdered, Map<String, List<Integer>> quantities) {

        private static Said of(Others others, Map<String, Map<String, List<Integer>>> past) {
            return new Said(
                    others.getOwed(),
                    others.getOrderedBefore(),
                    others.getSameOrdered(),
                    past.getOrDefault(others.getCustomer(), Map.of()));
        }
    }

    /** Of customers. @param at when it was asked */
    private record Asked(Instant at, Map<String, Said> said) {

        /** Tells of one check only, of an order that was not there yet: who checks again wants to know how it is then. */
        Optional<Said> take(Order order) {
            return order.enteredAt().isBefore(at)
                    ? Optional.empty()
                    : Optional.ofNullable(said.remove(order.customer()));
        }
    }

    private final TransactionBound<Asked> ahead = new TransactionBound<>();
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
     * Asks at once for orders that are about to be entered in this transaction, each of another customer. The next ones of these customers
     * wait until it ends, on whichever node: they would not see these.
     */
    public void lookUp(List<NewOrder> entered) {
        var contents = entered.stream().collect(Collectors.toMap(NewOrder::customer, ContentFingerprint::of));
        customers.lock(contents.keySet());
        var keys = entered.stream()
                .flatMap(order -> order.lines().stream().map(line -> new Key(order.customer(), line.sku())))
                .distinct()
                .toList();
        var now = clock.instant();
        ahead.set(new Asked(now, ask(contents, now, keys, List.of())));
    }

    /** Of several it was asked whether anybody ordered the same as one of them, which may have been another one. */
    Said about(Order order) {
        return Optional.ofNullable(ahead.get())
                .flatMap(asked -> asked.take(order))
                .filter(said -> !said.sameOrdered())
                .orElseGet(() -> ask(order));
    }

    private Said ask(Order order) {
        var keys = order.wanted().keySet().stream()
                .map(sku -> new Key(order.customer(), sku))
                .toList();
        return ask(Map.of(order.customer(), order.content()), order.enteredAt(), keys, List.of(order.number()))
                .get(order.customer());
    }

    private Map<String, Said> ask(
            Map<String, String> contents, Instant at, List<Key> keys, Collection<OrderNumber> but) {
        var past = quantities.of(keys, but, HISTORY);
        return orders.othersOf(contents.keySet(), contents.values(), at.minus(DUPLICATE_WITHIN), but).stream()
                .collect(Collectors.toMap(Others::getCustomer, others -> Said.of(others, past)));
    }
}
