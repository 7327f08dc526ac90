package io.ordertrail.order.search;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.ordertrail.order.book.Order;

/** What a list of orders is sorted by. The number comes last, so that no two orders have the same place. */
public enum OrderSort {
    ENTERED,
    NUMBER,
    CUSTOMER,
    STATE,
    SINCE,
    REQUESTED,
    LINES,
    TOTAL;

    private static final String ENTERED_AT = "entered_at";
    private static final String STATE_COLUMN = "state";
    /** Orders without a requested day come after all others; the database has the same day for them. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The columns by which the list is sorted, each with the value of an order. An index has them in this sequence. */
    Map<String, Function<Order, Object>> columns() {
        var columns = new LinkedHashMap<String, Function<Order, Object>>();
        switch (this) {
            case ENTERED -> columns.put(ENTERED_AT, Order::enteredAt);
            case CUSTOMER -> {
                columns.put("customer", Order::customer);
                columns.put(STATE_COLUMN, order -> order.state().name());
                columns.put(ENTERED_AT, Order::enteredAt);
            }
            case STATE -> {
                columns.put(STATE_COLUMN, order -> order.state().name());
                columns.put(ENTERED_AT, Order::enteredAt);
            }
            case SINCE -> columns.put("state_since", Order::stateSince);
            case REQUESTED ->
                columns.put("requested_by", order -> Objects.requireNonNullElse(order.requestedDelivery(), NEVER));
            case LINES -> columns.put("line_count", Order::lineCount);
            case TOTAL -> columns.put("total", order -> order.total().amount());
            case NUMBER -> {}
        }
        columns.put("number", order -> order.number().value());
        return columns;
    }
}
