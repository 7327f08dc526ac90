package io.ordertrail.stock.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.ordertrail.audit.CheckStock;
import io.ordertrail.customer.Priority;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EnterOrder;

/** An urgent order gets the cup that arrives, while an earlier order has the only pot: each has half of what both need. */
@JourneyTest
@Tag("database")
class ReallocateGoodsTest {

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Orders orders;

    @Autowired
    Backorders backorders;

    @Autowired
    ReallocationCheck check;

    @Autowired
    ReallocateGoods reallocateGoods;

    @Autowired
    CheckStock checkStock;

    private String cup;
    private String pot;
    private OrderNumber earlier;
    private OrderNumber urgent;

    @BeforeEach
    void two_orders_have_half_each() {
        cup = company.product(0);
        pot = company.product(1);
        earlier = entered(Priority.NORMAL);
        urgent = entered(Priority.HIGH);
        company.receive(cup, "VIE", 1);
        assertThat(Stream.of(earlier, urgent)).allMatch(order -> state(order) == OrderState.WAITING_FOR_STOCK);
    }

    @Test
    void the_order_that_is_first_in_the_queue_takes_over_the_other_half() {
        check.check();

        assertThat(state(urgent)).isEqualTo(OrderState.CONFIRMED);
        assertThat(state(earlier)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(backorders.of(earlier)).extracting(Backorder::missing).containsExactly(1, 1);
        assertThat(checkStock.of(List.of(cup, pot))).isEmpty();
    }

    @Test
    void the_other_order_gets_what_arrives_next() {
        check.check();

        company.receive(cup, "VIE", 1);
        company.receive(pot, "VIE", 1);

        assertThat(state(earlier)).isEqualTo(OrderState.CONFIRMED);
        assertThat(checkStock.of(List.of(cup, pot))).isEmpty();
    }

    @Test
    void no_order_takes_goods_from_one_before_it() {
        assertThat(reallocateGoods.complete(earlier)).isFalse();
        assertThat(state(urgent)).isEqualTo(OrderState.WAITING_FOR_STOCK);
    }

    private OrderState state(OrderNumber order) {
        return orders.get(order).state();
    }

    private OrderNumber entered(Priority priority) {
        return enterOrder.enter(new NewOrder(
                "test",
                null,
                company.customer(ShortagePolicy.WAIT),
                null,
                null,
                false,
                null,
                TestCompany.BERLIN,
                List.of(new NewOrder.Line(cup, 1, null, null), new NewOrder.Line(pot, 1, null, null)),
                priority));
    }
}
