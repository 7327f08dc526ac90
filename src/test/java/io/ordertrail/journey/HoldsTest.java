package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.customer.Address;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.order.book.Hold;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderEvents;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.check.ReleaseHold;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.entry.EnteredTogether;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;

/** Each rule of the default decision table holds the order it is meant for, with facts gathered from real data. */
@JourneyTest
@Tag("database")
class HoldsTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    ReleaseHold releaseHold;

    @Autowired
    OrderEvents events;

    @Autowired
    EnteredTogether together;

    @Test
    void an_order_above_the_free_credit_is_held_and_open_orders_count() {
        var customer = company.customer(new BigDecimal("100"), false, ShortagePolicy.ASK);
        var lamp = company.product(100);
        var first = enter(customer, lamp, 6);

        assertThat(holds(first)).isEmpty();
        assertThat(holds(enter(customer, lamp, 4))).as("exactly at the limit").isEmpty();
        assertThat(holds(enter(customer, lamp, 1))).containsExactly("credit-exceeded");

        cancelOrder.cancel(first, new Cancellation("frees credit"));
        assertThat(holds(enter(customer, lamp, 2))).isEmpty();
    }

    @Test
    void an_order_of_a_blocked_customer_is_held() {
        assertThat(holds(enter(
                        company.customer(new BigDecimal("1000"), true, ShortagePolicy.ASK), company.product(5), 1)))
                .containsExactly("customer-blocked");
    }

    @Test
    void an_order_without_the_address_parts_that_its_country_needs_is_held() {
        var lamp = company.product(5);

        assertThat(holds(enterTo(lamp, new Address("Kiosk", "Am Kai 7", null, "Hamburg", null, "DE", null, null))))
                .containsExactly("address-incomplete");
        assertThat(holds(enterTo(
                        lamp, new Address("Kiosk", "1 Harbour Road", null, "Wan Chai", null, "HK", null, null))))
                .isEmpty();
    }

    @Test
    void an_order_with_a_price_more_than_a_fifth_under_list_is_held() {
        var lamp = company.product(100);

        assertThat(holds(enterAt(lamp, "8.00", null))).as("exactly a fifth").isEmpty();
        assertThat(holds(enterAt(lamp, "7.9999", null))).containsExactly("price-below-list");
        assertThat(holds(enterAt(lamp, null, "20.01"))).containsExactly("price-below-list");
    }

    @Test
    void a_likely_duplicate_is_held() {
        var customer = company.customer();
        var lamp = company.product(100);
        enter(customer, lamp, 2);

        assertThat(holds(enter(customer, lamp, 3))).isEmpty();
        assertThat(holds(enter(customer, lamp, 2))).containsExactly("likely-duplicate");
        assertThat(holds(enter(company.customer(), lamp, 2)))
                .as("of another customer")
                .isEmpty();
    }

    @Test
    void a_large_first_order_is_held() {
        var customer = company.customer();
        var lamp = company.product(5000);

        assertThat(holds(enter(customer, lamp, 501))).containsExactly("large-first-order");
        assertThat(holds(enter(customer, lamp, 502)))
                .as("no longer the first order")
                .isEmpty();
        assertThat(holds(enter(company.customer(), lamp, 500))).isEmpty();
    }

    @Test
    void a_quantity_above_ten_times_the_usual_is_held() {
        var customer = company.customer();
        var lamp = company.product(5000);
        List.of(2, 3, 4).forEach(quantity -> enter(customer, lamp, quantity));

        assertThat(holds(enter(customer, lamp, 30)))
                .as("ten times the median of 3")
                .isEmpty();
        assertThat(holds(enter(customer, lamp, 36))).as("the median is 3.5 now").containsExactly("unusual-quantity");
    }

    @Test
    void the_usual_quantity_comes_from_the_last_ten_orders_of_the_product() {
        var customer = company.customer();
        var lamp = company.product(5000);
        IntStream.rangeClosed(100, 110).forEach(quantity -> enter(customer, lamp, quantity));
        IntStream.rangeClosed(1, 10).forEach(quantity -> enter(customer, lamp, quantity));

        assertThat(holds(enter(customer, lamp, 60)))
                .as("the median of the last ten is 5.5, that of all is 100")
                .containsExactly("unusual-quantity");
    }

    /** The rules run for all orders together; the facts of one must not affect another. */
    @Test
    void orders_entered_as_a_batch_get_the_same_holds_as_single_orders() throws Exception {
        var lamp = company.product(5000);
        var cup = company.product(5000);
        var again = company.customer();
        var stranger = company.customer();
        var other = company.customer();
        var poor = company.customer(new BigDecimal("100"), false, ShortagePolicy.ASK);
        var modest = company.customer();
        enter(again, lamp, 2);
        enter(stranger, cup, 7);
        enter(other, lamp, 2);
        enter(poor, cup, 6);
        List.of(2, 3, 4).forEach(quantity -> enter(modest, lamp, quantity));

        var entered = together.enter(List.of(
                TestCompany.order(again, Map.of(lamp, 2)),
                TestCompany.order(stranger, Map.of(lamp, 2)),
                TestCompany.order(other, Map.of(cup, 7)),
                TestCompany.order(poor, Map.of(cup, 5)),
                TestCompany.order(modest, Map.of(lamp, 36)),
                TestCompany.order(company.customer(), Map.of(lamp, 501)),
                TestCompany.order(company.customer(), Map.of(lamp, 36, cup, 1))));

        assertThat(entered)
                .extracting(this::holds)
                .containsExactly(
                        List.of("likely-duplicate"),
                        List.of(),
                        List.of(),
                        List.of("credit-exceeded"),
                        List.of("unusual-quantity"),
                        List.of("large-first-order"),
                        List.of());
    }

    @Test
    void each_hold_has_its_own_rule_reason_severity_releaser_and_time() {
        var customer = company.customer(new BigDecimal("5"), true, ShortagePolicy.ASK);
        var number = enter(customer, company.product(5), 1);
        assertThat(desk.state(number)).isEqualTo(OrderState.IN_REVIEW);
        var before = desk.order(number).holds();
        assertThat(before).extracting(Hold::rule).containsExactlyInAnyOrder("credit-exceeded", "customer-blocked");
        assertThat(before).allSatisfy(hold -> {
            assertThat(hold.reason()).isNotBlank();
            assertThat(hold.severity()).isIn("low", "medium", "high");
        });

        releaseHold.release(number, 0);

        assertThat(desk.order(number).holds().get(0)).satisfies(hold -> {
            assertThat(hold.status()).isEqualTo(Hold.Status.RELEASED);
            assertThat(hold.closedBy()).isNotBlank();
            assertThat(hold.closedAt()).isNotNull();
        });
        assertThat(desk.order(number).holds().get(1).open()).isTrue();
        assertThat(events.findByOrderNumberOrderByAtAscIdAsc(number))
                .filteredOn(event -> event.what().equals("held"))
                .extracting(event -> event.actor())
                .containsExactlyInAnyOrder("rule: credit-exceeded", "rule: customer-blocked");
    }

    private List<String> holds(OrderNumber number) {
        return desk.openHolds(number);
    }

    private OrderNumber enter(String customer, String sku, int quantity) {
        return enterOrder.enter(TestCompany.order(customer, Map.of(sku, quantity)));
    }

    private OrderNumber enterTo(String sku, Address shipTo) {
        return enterOrder.enter(
                TestCompany.order(company.customer(), shipTo, List.of(new NewOrder.Line(sku, 1, null, null))));
    }

    private OrderNumber enterAt(String sku, String price, String discount) {
        return enterOrder.enter(TestCompany.order(
                company.customer(),
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(
                        sku,
                        1,
                        price == null ? null : new BigDecimal(price),
                        discount == null ? null : new BigDecimal(discount)))));
    }
}
