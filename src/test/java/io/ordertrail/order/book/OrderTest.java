package io.ordertrail.order.book;

import static io.ordertrail.order.book.OrderState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ordertrail.actor.Stamp;
import io.ordertrail.catalog.SampleProducts;
import io.ordertrail.customer.Address;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.SampleCustomers;

class OrderTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Finding FINDING = new Finding("some-rule", "Look at it", "low");

    @Test
    void an_order_has_one_process_instance_for_life() {
        var order = entered();

        assertThatIllegalStateException().isThrownBy(() -> order.begin("another"));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"RECEIVED", "REJECTED", "CANCELLED"})
    void an_ended_order_never_changes_its_state(OrderState end) {
        var order = entered();
        order.move(end, NOW);

        assertThatThrownBy(() -> order.move(CONFIRMED, NOW)).isInstanceOf(OrderRefusal.class);
        assertThat(order.state()).isEqualTo(end);
    }

    @Test
    void entering_the_same_state_again_is_no_change() {
        var order = entered();

        assertThat(order.move(ENTERED, NOW.plusSeconds(1))).isFalse();
        assertThat(order.stateSince()).isEqualTo(NOW);
    }

    @Test
    void a_slower_parcel_does_not_reset_the_state_that_another_has_reached() {
        var order = entered();
        for (var reached : List.of(PARTLY_SHIPPED, SHIPPED, PARTLY_DELIVERED)) {
            order.move(reached, NOW);
            assertThat(Stream.of(OrderState.values()).filter(state -> state.compareTo(reached) < 0))
                    .noneMatch(behind -> order.move(behind, NOW));
            assertThat(order.state()).isEqualTo(reached);
        }
        assertThat(order.move(DELIVERED, NOW)).isTrue();
    }

    @Test
    void several_sites_send_a_parcel_each_when_the_customer_accepts_partial_delivery() {
        assertThat(entered().planParcels(List.of("ROT", "VIE")))
                .extracting(PlannedParcel::sites)
                .containsExactly(Set.of("ROT", "VIE"));
        assertThat(withPartialDelivery().planParcels(List.of("ROT", "VIE")))
                .extracting(PlannedParcel::sites)
                .containsExactly(Set.of("ROT"), Set.of("VIE"));
    }

    @Test
    void parcels_are_numbered_through_and_the_last_planned_ones_are_known() {
        var order = withPartialDelivery();
        assertThat(order.lastParcels()).isEmpty();
        order.planParcels(List.of("ROT", "VIE"));
        assertThat(order.lastParcels()).containsExactly(order.number() + "-1", order.number() + "-2");
        order.planParcels(List.of("VIE"));
        assertThat(order.lastParcels()).containsExactly(order.number() + "-3");
        assertThat(order.planParcels(List.of())).as("nothing is left to send").isEmpty();
    }

    @Test
    void an_order_has_its_own_priority_or_its_customers() {
        assertThat(entered().priorityFor(SampleCustomers.with(Priority.LOW))).isEqualTo(Priority.LOW);
        assertThat(withPartialDelivery().priorityFor(SampleCustomers.with(Priority.LOW)))
                .isEqualTo(Priority.HIGH);
    }

    @Test
    void the_total_is_the_sum_of_the_rounded_lines() {
        var order = order(line("A", 3, "0.335", null), line("B", 1, "10", "12.5"));

        assertThat(order.lines())
                .extracting(OrderLine::amount)
                .containsExactly(new BigDecimal("1.01"), new BigDecimal("8.75"));
        assertThat(order.total().amount()).isEqualTo("9.76");
    }

    @Test
    void quantities_of_a_product_on_two_lines_are_added_up() {
        assertThat(order(line("A", 3, "1", null), line("B", 1, "1", null), line("A", 2, "1", null))
                        .requiredQuantities())
                .isEqualTo(Map.of("A", 5, "B", 1));
    }

    @Test
    void a_missing_quantity_is_cancelled_and_not_charged() {
        var order = order(line("A", 3, "1", null), line("B", 1, "1", null), line("A", 2, "1", null));

        order.cancelBeyond(Map.of(0, 3, 2, 1));

        assertThat(order.requiredQuantities()).isEqualTo(Map.of("A", 4));
        assertThat(order.lines()).extracting(OrderLine::cancelledQuantity).containsExactly(0, 1, 1);
        assertThat(order.total().amount()).isEqualTo("4.00");
    }

    @Test
    void an_order_without_any_available_goods_cannot_continue() {
        assertThatThrownBy(() -> entered().cancelBeyond(Map.of())).isInstanceOf(OrderRefusal.class);
    }

    @Test
    void an_order_is_confirmed_only_when_exactly_its_goods_are_reserved() {
        var order = order(line("A", 3, "1", null));
        order.confirm(Map.of("A", 3));

        assertThatThrownBy(() -> order.confirm(Map.of("A", 2))).isInstanceOf(OrderRefusal.class);
        assertThatThrownBy(() -> order.confirm(Map.of())).isInstanceOf(OrderRefusal.class);
    }

    @Test
    void a_hold_is_released_once_and_an_order_is_approved_when_none_is_open() {
        var order = entered();
        order.hold(List.of(FINDING, FINDING), by("checker"));
        order.release(1, by("reviewer"));

        assertThatThrownBy(() -> order.release(1, by("another"))).isInstanceOf(OrderRefusal.class);
        assertThatThrownBy(() -> order.release(2, by("another"))).isInstanceOf(OrderRefusal.class);
        assertThatThrownBy(order::approve).isInstanceOf(OrderRefusal.class);
        order.release(0, by("reviewer"));
        order.approve();
    }

    @Test
    void a_new_check_lets_open_holds_lapse_and_leaves_released_ones_as_they_are() {
        var order = entered();
        order.hold(List.of(FINDING, FINDING), by("checker"));
        order.release(0, by("reviewer"));

        order.hold(List.of(FINDING), by("checker"));

        assertThat(order.holds())
                .extracting(Hold::status)
                .containsExactly(Hold.Status.RELEASED, Hold.Status.LAPSED, Hold.Status.OPEN);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void each_change_is_allowed_in_its_states_only(OrderState state) {
        var order = entered();
        order.move(state, NOW);

        assertThat(refuses(order::requireCancellable)).isEqualTo(!state.beforeShipping());
        assertThat(refuses(order::requireDeliverable))
                .isEqualTo(!List.of(PARTLY_SHIPPED, SHIPPED, PARTLY_DELIVERED).contains(state));
        assertThat(refuses(order::requireReceivable)).isEqualTo(state != DELIVERED);
        assertThat(refuses(() -> order.correct(input(), List.of()))).isEqualTo(state != IN_CORRECTION);
    }

    private static boolean refuses(Runnable action) {
        try {
            action.run();
            return false;
        } catch (OrderRefusal refused) {
            return true;
        }
    }

    private static Order entered() {
        return order(line("A", 1, "1", null));
    }

    private static Order order(OrderLine... lines) {
        var order = new Order(
                OrderNumber.next(new Random()), input(), EUR, Stream.of(lines).toList(), by("somebody"));
        order.begin("instance");
        return order;
    }

    private static Stamp by(String name) {
        return new Stamp(name, NOW);
    }

    private static Order withPartialDelivery() {
        var input =
                new NewOrder("test", null, "C-1", null, null, true, null, input().shipTo(), List.of(), Priority.HIGH);
        return new Order(OrderNumber.next(new Random()), input, EUR, List.of(line("A", 1, "1", null)), by("somebody"));
    }

    private static NewOrder input() {
        return new NewOrder(
                "test",
                null,
                "C-1",
                null,
                null,
                false,
                null,
                new Address(null, null, null, null, null, "DE", null, null),
                List.of());
    }

    private static OrderLine line(String sku, int quantity, String price, String discount) {
        return new OrderLine(
                SampleProducts.at(sku, price, EUR),
                new NewOrder.Line(sku, quantity, null, discount == null ? null : new BigDecimal(discount)));
    }
}
