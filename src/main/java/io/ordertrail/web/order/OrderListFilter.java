package io.ordertrail.web.order;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.search.OrderSort;

/**
 * What the address of the list of orders says. The address leaves out what says nothing, so that it is short.
 *
 * @param age in days; orders that have been open for longer
 * @param after number of the last order on the page before
 * @param before number of the first order on the page behind
 */
record OrderListFilter(
        OrderState state,
        String text,
        String customer,
        @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        Boolean late,
        Integer age,
        ListSort sort,
        String after,
        String before) {

    OrderListFilter {
        late = Boolean.TRUE.equals(late);
        text = text == null ? "" : text;
        customer = customer == null ? "" : customer;
        sort = sort == null ? ListSort.NEWEST : sort;
        after = after == null ? "" : after;
        before = before == null ? "" : before;
    }

    public String address() {
        return address("/orders");
    }

    /** The address of the file with all that the list has. */
    public String exportAddress() {
        return new OrderListFilter(state, text, customer, from, to, late, age, sort, "", "").address("/exports/orders");
    }

    private String address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParamIfPresent("text", given(text))
                .queryParamIfPresent("customer", given(customer))
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to))
                .queryParamIfPresent("late", late ? Optional.of("true") : Optional.empty())
                .queryParamIfPresent("age", Optional.ofNullable(age))
                .queryParamIfPresent("sort", sort.equals(ListSort.NEWEST) ? Optional.empty() : Optional.of(sort))
                .queryParamIfPresent("after", given(after))
                .queryParamIfPresent("before", given(before))
                .encode()
                .build()
                .toUriString();
    }

    public String addressOf(OrderState other) {
        return new OrderListFilter(other, text, customer, from, to, late, age, sort, "", "").address();
    }

    public String addressOfFirstPage() {
        return addressOf(state);
    }

    public String addressSortedBy(OrderSort column) {
        return new OrderListFilter(state, text, customer, from, to, late, age, sort.to(column), "", "").address();
    }

    public String addressAfter(OrderNumber last) {
        return new OrderListFilter(state, text, customer, from, to, late, age, sort, last.value(), "").address();
    }

    public String addressBefore(OrderNumber first) {
        return new OrderListFilter(state, text, customer, from, to, late, age, sort, "", first.value()).address();
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
