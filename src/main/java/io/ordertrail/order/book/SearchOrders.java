package io.ordertrail.order.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.customer.Customer;
import io.ordertrail.customer.Customers;
import io.ordertrail.refusal.Blanks;

/** Finds orders, newest first, page by page (keyset pagination). */
@Service
@Transactional(readOnly = true)
public class SearchOrders {

    /** Stands for "no upper bound"; every database can store it. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Orders orders;
    private final Customers customers;

    SearchOrders(Orders orders, Customers customers) {
        this.orders = orders;
        this.customers = customers;
    }

    /**
     * The search criteria; null or empty means any.
     *
     * @param text part of the number, the reference, the customer's or the receiver's name or city
     * @param byReceiver whether the text may be part of the receiver's name, which not everybody sees
     * @param after number of the last order on the previous page
     */
    public record Criteria(
            Collection<OrderState> states,
            String customer,
            String text,
            boolean byReceiver,
            Instant from,
            Instant to,
            OrderNumber after,
            int limit) {}

    public List<Order> search(Criteria criteria) {
        var last = criteria.after() == null ? null : orders.get(criteria.after());
        var found = orders.search(
                criteria.states() == null || criteria.states().isEmpty()
                        ? EnumSet.allOf(OrderState.class)
                        : criteria.states(),
                number(criteria.customer()),
                pattern(criteria.text()),
                criteria.byReceiver(),
                criteria.from() == null ? Instant.EPOCH : criteria.from(),
                criteria.to() == null ? NEVER : criteria.to(),
                last == null ? NEVER : last.enteredAt(),
                last == null ? "" : last.number().value(),
                Limit.of(criteria.limit()));
        return found.isEmpty()
                ? List.of()
                : orders.findByNumberIn(found).stream()
                        .sorted(Comparator.comparing(Order::enteredAt)
                                .thenComparing(order -> order.number().value())
                                .reversed())
                        .toList();
    }

    /** The number of the customer, which may be typed in any case; empty for any customer. */
    private String number(String typed) {
        return typed == null || typed.isEmpty()
                ? ""
                : customers.typed(typed).map(Customer::number).orElse(typed);
    }

    /** Escapes the wildcards of LIKE and adds the hyphen that is missing in an order number. */
    private static String pattern(String text) {
        if (text == null) {
            return "";
        }
        var number = OrderNumber.of(text).map(OrderNumber::value).orElse(text);
        return Blanks.trimmed(number).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
