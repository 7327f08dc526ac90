package io.ordertrail.web.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import io.ordertrail.order.search.Late;
import io.ordertrail.order.search.OrderCounts;
import io.ordertrail.order.search.OrderFilter;
import io.ordertrail.order.search.OrderListPage;
import io.ordertrail.order.search.SearchOrders;
import io.ordertrail.refusal.Blanks;

/** Reads a page of the list of orders; neither the number of queries nor their cost depends on how many orders there are. */
@Component
@Transactional(readOnly = true)
class FindOrders {

    static final int PAGE = 50;

    private static final int LONGEST_TEXT = 100;

    /**
     * A row of the list.
     *
     * @param age how many days it has been open; null once it has ended
     * @param overTarget whether it is open for longer than the target of its process
     * @param daysLate how many days ago it was to be delivered; null unless that day is over
     * @param history whether it had ended before it came here
     */
    record Row(
            OrderNumber number,
            String customer,
            String customerName,
            OrderState state,
            Instant since,
            Instant entered,
            Long age,
            boolean overTarget,
            LocalDate requested,
            Long daysLate,
            Money total,
            int lines,
            boolean history) {}

    /**
     * A page of orders.
     *
     * @param next the last order of this page; null when none follows
     * @param previous the first order of this page; null when none comes before
     */
    record Found(
            List<Row> rows,
            OrderNumber next,
            OrderNumber previous,
            OrderCounts counts,
            boolean anyOrders,
            boolean anyProducts) {}

    private final SearchOrders searchOrders;
    private final Orders orders;
    private final Customers customers;
    private final Products products;
    private final Clock clock;

    FindOrders(SearchOrders searchOrders, Orders orders, Customers customers, Products products, Clock clock) {
        this.searchOrders = searchOrders;
        this.orders = orders;
        this.customers = customers;
        this.products = products;
        this.clock = clock;
    }

    boolean exists(OrderNumber number) {
        return orders.findById(number).isPresent();
    }

    /**
     * Finds orders.
     *
     * @param byReceiver whether the text may be that of the receiver's fields, which not everybody sees
     * @param enteredBefore orders are late that were entered earlier; null when there is no target for that
     */
    Found find(OrderListFilter filter, boolean byReceiver, Instant enteredBefore) {
        var after = OrderNumber.of(filter.after()).orElse(null);
        var before = OrderNumber.of(filter.before()).orElse(null);
        var found = searchOrders.searchAndCount(
                filter(filter, byReceiver, enteredBefore),
                new OrderListPage(filter.sort().by(), filter.sort().descending(), after, before, PAGE + 1));
        var more = found.orders().size() > PAGE;
        var page = found.orders()
                .subList(
                        more && before != null ? 1 : 0,
                        Math.min(found.orders().size(), before != null && more ? PAGE + 1 : PAGE));
        var any = !page.isEmpty();
        return new Found(
                rows(page, enteredBefore),
                any && (before != null || more) ? page.get(page.size() - 1).number() : null,
                any && (before != null ? more : after != null) ? page.get(0).number() : null,
                found.counts(),
                any || searchOrders.any(),
                any || products.count() > 0);
    }

    /** An order with the name of its customer. */
    record Named(Order order, String customerName) {}

    /**
     * Finds the orders behind one, in the sequence of the filter.
     *
     * @param last null for the first ones
     */
    List<Named> following(OrderListFilter filter, boolean byReceiver, Instant enteredBefore, Named last, int limit) {
        var sort = filter.sort();
        var page = searchOrders.search(
                filter(filter, byReceiver, enteredBefore),
                new OrderListPage(
                        sort.by(),
                        sort.descending(),
                        last == null ? null : last.order().number(),
                        null,
                        limit));
        var names = names(page);
        return page.stream()
                .map(order -> new Named(order, names.get(order.customer())))
                .toList();
    }

    private Map<String, String> names(List<Order> page) {
        return customers.findByNumberIn(page.stream().map(Order::customer).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Customer::number, Customer::name));
    }

    private OrderFilter filter(OrderListFilter filter, boolean byReceiver, Instant enteredBefore) {
        return new OrderFilter(
                filter.state() == null ? Set.of() : Set.of(filter.state()),
                Blanks.trimmed(filter.customer()),
                filter.text().substring(0, Math.min(filter.text().length(), LONGEST_TEXT)),
                byReceiver,
                start(filter.from()),
                filter.to() == null ? null : start(filter.to().plusDays(1)),
                filter.late() ? new Late(LocalDate.now(clock), enteredBefore) : null,
                filter.age() == null ? null : clock.instant().minus(filter.age(), ChronoUnit.DAYS));
    }

    private List<Row> rows(List<Order> page, Instant enteredBefore) {
        var names = names(page);
        return page.stream()
                .map(order -> new Row(
                        order.number(),
                        order.customer(),
                        names.get(order.customer()),
                        order.state(),
                        order.stateSince(),
                        order.enteredAt(),
                        order.state().ended() ? null : ChronoUnit.DAYS.between(order.enteredAt(), clock.instant()),
                        enteredBefore != null
                                && order.state().undelivered()
                                && order.enteredAt().isBefore(enteredBefore),
                        order.requestedDelivery(),
                        daysLate(order),
                        order.total(),
                        order.lineCount(),
                        order.isHistory()))
                .toList();
    }

    private Long daysLate(Order order) {
        var today = LocalDate.now(clock);
        return order.isLate(today) ? ChronoUnit.DAYS.between(order.requestedDelivery(), today) : null;
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }
}
