package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Reallocation.Lacking;
import io.ordertrail.stock.allocation.Reallocation.Part;

/** What a waiting order takes over from orders behind it. */
class ReallocationTest {

    private static final OpenReservation CUPS = held(1, "cup", 3);
    private static final OpenReservation MORE_CUPS = held(2, "cup", 3);
    private static final OpenReservation POTS = held(3, "pot", 1);

    @Test
    void an_order_takes_over_what_completes_it_from_the_last_first() {
        assertThat(Reallocation.completing(
                        List.of(lacking(0, "cup", 4), lacking(1, "pot", 1)), List.of(CUPS, MORE_CUPS, POTS)))
                .contains(new Reallocation(
                        List.of(new Part(CUPS, 0, 3), new Part(MORE_CUPS, 0, 1), new Part(POTS, 1, 1))));
    }

    @Test
    void an_order_that_would_still_wait_takes_over_nothing() {
        assertThat(Reallocation.completing(List.of(lacking(0, "cup", 1), lacking(1, "pot", 2)), List.of(CUPS, POTS)))
                .isEmpty();
    }

    @Test
    void two_lines_do_not_take_over_the_same_units() {
        assertThat(Reallocation.completing(List.of(lacking(0, "cup", 2), lacking(1, "cup", 2)), List.of(CUPS)))
                .isEmpty();
    }

    @Test
    void an_order_that_lacks_nothing_takes_over_nothing() {
        assertThat(Reallocation.completing(List.of(), List.of(CUPS))).isEmpty();
    }

    private static Lacking lacking(int position, String sku, int units) {
        return new Lacking(position, sku, units, Priority.HIGH, Instant.EPOCH);
    }

    private static OpenReservation held(long id, String sku, int quantity) {
        return new OpenReservation(id, OrderNumber.next(new Random(1)), sku, "VIE", "-", quantity, null, 0, null);
    }
}
