package io.ordertrail.order.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;

/** Finds orders, page by page in both directions (keyset pagination), and counts them. */
@Service
@Transactional(readOnly = true)
public class SearchOrders {

    private final Orders orders;
    private final Customers customers;
    private final FindHits findHits;
    private final EntityManager database;

    SearchOrders(Orders orders, Customers customers, FindHits findHits, EntityManager database) {
        this.orders = orders;
        this.customers = customers;
        this.findHits = findHits;
        this.database = database;
    }

    /**
     * Orders that were found.
     *
     * @param counts of all that the filter finds in any state
     */
    public record Found(List<Order> orders, OrderCounts counts) {}

    /** Finds one page. */
    public List<Order> search(OrderFilter filter, OrderListPage page) {
        return page(filter, hits(filter), page);
    }

    /** Finds one page, and counts what is on all pages. */
    public Found searchAndCount(OrderFilter filter, OrderListPage page) {
        var hits = hits(filter);
        return new Found(page(filter, hits, page), count(filter, hits));
    }

    /** Tells whether there is any order. */
    public boolean any() {
        return !orders.newest(Limit.of(1)).isEmpty();
    }

    /** Null when no text is searched for. */
    private OrderHits hits(OrderFilter filter) {
        return filter.text() == null || filter.text().isBlank()
                ? null
                : findHits.find(filter.text(), filter.byReceiver());
    }

    private List<Order> page(OrderFilter filter, OrderHits hits, OrderListPage page) {
        var states = filter.possibleStates();
        if (states.isEmpty() || hits != null && hits.isEmpty()) {
            return List.of();
        }
        var selection = selection(filter, hits).in(states);
        var back = page.before() != null;
        var cursor = back ? page.before() : page.after();
        var descending = page.descending() != back;
        if (cursor != null) {
            selection.behind(orders.get(cursor), page.sort(), descending);
        }
        @SuppressWarnings("unchecked")
        List<String> numbers = selection
                .query(
                        database,
                        "select o.number from customer_order o" + selection.where()
                                + OrderSelection.order(page.sort(), descending),
                        String.class)
                .setMaxResults(page.limit())
                .getResultList();
        if (back) {
            Collections.reverse(numbers);
        }
        return inSequence(numbers);
    }

    private List<Order> inSequence(List<String> numbers) {
        var found = numbers.isEmpty()
                ? Map.<String, Order>of()
                : orders.findByNumberIn(numbers.stream().map(OrderNumber::new).toList()).stream()
                        .collect(Collectors.toMap(order -> order.number().value(), Function.identity()));
        return numbers.stream().map(found::get).toList();
    }

    private OrderCounts count(OrderFilter filter, OrderHits hits) {
        if (hits == null) {
            return OrderCounts.of(countEach(filter));
        }
        if (hits.isEmpty()) {
            return OrderCounts.of(Map.of());
        }
        return hits.numbers() == null
                ? OrderCounts.ofMany(counted(sample(filter, hits).in(filter.allowedStates())))
                : OrderCounts.of(counted(selection(filter, hits).in(filter.allowedStates())));
    }

    /** Every order of the sample has a word of the first set, so only several sets have to be asked for. */
    private OrderSelection sample(OrderFilter filter, OrderHits hits) {
        return selection(filter, hits.frequent().size() > 1 ? hits : null).among(hits.sample());
    }

    /** Counts up to a limit in each state: the cost does not grow with the number of orders. */
    private Map<OrderState, Long> countEach(OrderFilter filter) {
        var selection = selection(filter, null);
        return states(selection
                .query(
                        database,
                        filter.allowedStates().stream()
                                .map(state -> "select '" + state
                                        + "' as state, count(*) as orders from (select 1 as one"
                                        + " from customer_order o" + selection.where("o.state = '" + state + "'")
                                        + " limit " + (OrderCounts.MOST + 1) + ") counted")
                                .collect(Collectors.joining(" union all ")))
                .getResultList());
    }

    private Map<OrderState, Long> counted(OrderSelection selection) {
        return states(selection
                .query(
                        database,
                        "select o.state, count(*) from customer_order o" + selection.where() + " group by o.state")
                .getResultList());
    }

    private static Map<OrderState, Long> states(List<?> rows) {
        var counts = new EnumMap<OrderState, Long>(OrderState.class);
        for (var row : rows) {
            var columns = (Object[]) row;
            var orders = ((Number) columns[1]).longValue();
            if (orders > 0) {
                counts.put(OrderState.valueOf((String) columns[0]), orders);
            }
        }
        return counts;
    }

    private OrderSelection selection(OrderFilter filter, OrderHits hits) {
        var selection = new OrderSelection(filter.ofCustomer(number(filter.customer())));
        return hits == null ? selection : selection.with(hits);
    }

    /** The number of the customer, which may be typed in any case; null for any customer. */
    private String number(String typed) {
        return typed == null || typed.isEmpty()
                ? null
                : customers.typed(typed).map(Customer::number).orElse(typed);
    }
}
