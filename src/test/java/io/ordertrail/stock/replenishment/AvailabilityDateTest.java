package io.ordertrail.stock.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Backorder;
import io.ordertrail.stock.allocation.OrderLineRef;

/** When waiting orders get their goods from incoming purchase orders. */
class AvailabilityDateTest {

    private static final OrderNumber FIRST = number("2222222");
    private static final OrderNumber SECOND = number("3333333");
    private static final OrderNumber THIRD = number("4444444");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-01");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");

    @Test
    void the_first_backorder_gets_the_first_incoming_goods() {
        var days = AvailabilityDate.allocate(
                List.of(backorder(FIRST, 4), backorder(SECOND, 4)), List.of(incoming(TUESDAY, 4), incoming(FRIDAY, 4)));
        assertThat(days).containsEntry(FIRST, TUESDAY).containsEntry(SECOND, FRIDAY);
    }

    @Test
    void units_left_over_go_to_the_next_backorder() {
        var days = AvailabilityDate.allocate(
                List.of(backorder(FIRST, 3), backorder(SECOND, 2), backorder(THIRD, 1)),
                List.of(incoming(TUESDAY, 5), incoming(FRIDAY, 1)));
        assertThat(days)
                .containsEntry(FIRST, TUESDAY)
                .containsEntry(SECOND, TUESDAY)
                .containsEntry(THIRD, FRIDAY);
    }

    @Test
    void an_order_that_needs_several_deliveries_is_complete_with_the_last() {
        assertThat(AvailabilityDate.allocate(
                        List.of(backorder(FIRST, 9)), List.of(incoming(TUESDAY, 4), incoming(FRIDAY, 5))))
                .containsEntry(FIRST, FRIDAY);
    }

    @Test
    void no_date_exceeds_incoming_goods_and_no_order_overtakes() {
        var days = AvailabilityDate.allocate(
                List.of(backorder(FIRST, 2), backorder(SECOND, 9), backorder(THIRD, 1)), List.of(incoming(TUESDAY, 4)));
        assertThat(days).containsOnlyKeys(FIRST);
        assertThat(AvailabilityDate.allocate(List.of(backorder(FIRST, 2)), List.of()))
                .isEmpty();
    }

    private static Backorder backorder(OrderNumber order, int quantity) {
        return new Backorder(new OrderLineRef(order, 0, "CUP", Priority.NORMAL), quantity, Instant.EPOCH);
    }

    private static IncomingGoods incoming(LocalDate day, int quantity) {
        return new IncomingGoods("CUP", day, quantity);
    }

    private static OrderNumber number(String symbols) {
        return Stream.of("23456789ACEFHJKMNRTWXYZ".split(""))
                .flatMap(check -> OrderNumber.of(symbols + check).stream())
                .findFirst()
                .orElseThrow();
    }
}
