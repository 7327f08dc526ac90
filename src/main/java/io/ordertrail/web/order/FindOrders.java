package io.ordertrail.web.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Money;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.book.SearchOrders;
import io.ordertrail.refusal.Blanks;

/** Reads a page of the list of orders; the number of queries does not depend on the number of orders. */
@Component
@Transactional(readOnly = true)
class FindOrders {

    static final int PAGE = 50;

    /**
     * The filters of the list.
     *
     * @param after number of the last order on the previous page
     */
    record Filter(OrderState state, String text, String customer, LocalDate from, LocalDate to, String after) {

        public boolean any() {
            return state != null || !text.isBlank() || !customer.isBlank() || from != null || to != null;
        }
    }

    record Row(
            OrderNumber number,
            String customer,
            String customerName,
            OrderState state,
            Instant since,
            Instant entered,
            Money total,
            long lines) {}

    /**
     * A page of orders.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record Found(List<Row> rows, OrderNumber next, boolean anyOrders, boolean anyProducts) {}

    private final SearchOrders searchOrders;
    private final Orders orders;
    private final Customers customers;
    private final Products products;

    FindOrders(SearchOrders searchOrders, Orders orders, Customers customers, Products products) {
        this.searchOrders = searchOrders;
        this.orders = orders;
        this.customers = customers;
        this.products = products;
    }

    boolean exists(OrderNumber number) {
        return orders.findById(number).isPresent();
    }

    /**
     * Finds orders.
     *
     * @param byReceiver whether the text may be part of the receiver's name, which not everybody sees
     */
    Found find(Filter filter, boolean byReceiver, ZoneId zone) {
        var found = searchOrders.search(new SearchOrders.Criteria(
                filter.state() == null ? Set.of() : Set.of(filter.state()),
                Blanks.trimmed(filter.customer()),
                filter.text().substring(0, Math.min(filter.text().length(), 100)),
                byReceiver,
                start(filter.from(), zone),
                filter.to() == null ? null : start(filter.to().plusDays(1), zone),
                OrderNumber.of(filter.after()).orElse(null),
                PAGE + 1));
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Found(
                rows(page),
                found.size() > PAGE ? page.get(PAGE - 1).number() : null,
                !found.isEmpty() || orders.count() > 0,
                !found.isEmpty() || products.count() > 0);
    }

    Map<OrderState, Long> counts() {
        var counts = new EnumMap<OrderState, Long>(OrderState.class);
        orders.countByState().forEach(count -> counts.put(count.getState(), count.getOrders()));
        return counts;
    }

    private List<Row> rows(List<Order> page) {
        var names = customers.findByNumberIn(page.stream().map(Order::customer).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Customer::number, Customer::name));
        var sizes = page.isEmpty()
                ? Map.<OrderNumber, Long>of()
                : orders.sizes(page.stream().map(Order::number).toList()).stream()
                        .collect(Collectors.toMap(Orders.Size::getNumber, Orders.Size::getLines));
        return page.stream()
                .map(order -> new Row(
                        order.number(),
                        order.customer(),
                        names.get(order.customer()),
                        order.state(),
                        order.stateSince(),
                        order.enteredAt(),
                        order.total(),
                        sizes.getOrDefault(order.number(), 0L)))
                .toList();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
