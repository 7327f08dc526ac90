package io.ordertrail.order.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders, newest first, page after page from the last one seen. */
@Service
@Transactional(readOnly = true)
public class SearchOrders {

    /** A bound that every database can hold, for "no bound". */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Orders orders;

    SearchOrders(Orders orders) {
        this.orders = orders;
    }

    /**
     * What to look for; null or empty means any.
     *
     * @param text part of the number, the reference, the customer's or the receiver's name or city
     * @param after number of the last order of the page before
     */
    public record Wanted(
            Collection<OrderState> states,
            String customer,
            String text,
            Instant from,
            Instant to,
            OrderNumber after,
            int limit) {}

    public List<Order> search(Wanted wanted) {
        var last = wanted.after() == null ? null : orders.get(wanted.after());
        var found = orders.search(
                wanted.states() == null || wanted.states().isEmpty()
                        ? EnumSet.allOf(OrderState.class)
                        : wanted.states(),
                wanted.customer() == null ? "" : wanted.customer(),
                pattern(wanted.text()),
                wanted.from() == null ? Instant.EPOCH : wanted.from(),
                wanted.to() == null ? NEVER : wanted.to(),
                last == null ? NEVER : last.enteredAt(),
                last == null ? "" : last.number().value(),
                Limit.of(wanted.limit()));
        return found.isEmpty()
                ? List.of()
                : orders.findByNumberIn(found).stream()
                        .sorted(Comparator.comparing(Order::enteredAt)
                                .thenComparing(order -> order.number().value())
                                .reversed())
                        .toList();
    }

    /** Signs with a meaning in LIKE are looked for as themselves; a number typed without its hyphen is found all the same. */
    private static String pattern(String text) {
        if (text == null) {
            return "";
        }
        var number = OrderNumber.of(text).map(OrderNumber::value).orElse(text);
        return number.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
