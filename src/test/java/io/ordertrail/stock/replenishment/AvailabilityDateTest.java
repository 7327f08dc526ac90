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

/** Who will have their goods when, out of what is incoming. */
class AvailabilityDateTest {

    private static final OrderNumber FIRST = number("2222222");
    private static final OrderNumber SECOND = number("3333333");
    private static final OrderNumber THIRD = number("4444444");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-01");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");

    @Test
    void the_first_in_line_has_what_comes_first() {
        var days = AvailabilityDate.days(
                List.of(waits(FIRST, 4), waits(SECOND, 4)), List.of(comes(TUESDAY, 4), comes(FRIDAY, 4)));
        assertThat(days).containsEntry(FIRST, TUESDAY).containsEntry(SECOND, FRIDAY);
    }

    @Test
    void what_one_leaves_over_goes_to_the_next() {
        var days = AvailabilityDate.days(
                List.of(waits(FIRST, 3), waits(SECOND, 2), waits(THIRD, 1)),
                List.of(comes(TUESDAY, 5), comes(FRIDAY, 1)));
        assertThat(days)
                .containsEntry(FIRST, TUESDAY)
                .containsEntry(SECOND, TUESDAY)
                .containsEntry(THIRD, FRIDAY);
    }

    @Test
    void an_order_that_takes_several_deliveries_has_its_goods_with_the_last() {
        assertThat(AvailabilityDate.days(List.of(waits(FIRST, 9)), List.of(comes(TUESDAY, 4), comes(FRIDAY, 5))))
                .containsEntry(FIRST, FRIDAY);
    }

    @Test
    void nothing_is_promised_beyond_what_is_incoming_and_nobody_overtakes() {
        var days = AvailabilityDate.days(
                List.of(waits(FIRST, 2), waits(SECOND, 9), waits(THIRD, 1)), List.of(comes(TUESDAY, 4)));
        assertThat(days).containsOnlyKeys(FIRST);
        assertThat(AvailabilityDate.days(List.of(waits(FIRST, 2)), List.of())).isEmpty();
    }

    private static Backorder waits(OrderNumber order, int pieces) {
        return new Backorder(new OrderLineRef(order, 0, "CUP", Priority.NORMAL), pieces, Instant.EPOCH);
    }

    private static IncomingGoods comes(LocalDate day, int pieces) {
        return new IncomingGoods("CUP", day, pieces);
    }

    private static OrderNumber number(String symbols) {
        return Stream.of("23456789ACEFHJKMNRTWXYZ".split(""))
                .flatMap(check -> OrderNumber.of(symbols + check).stream())
                .findFirst()
                .orElseThrow();
    }
}
