package io.ordertrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.Orders;
import io.ordertrail.platform.access.PlatformTest;

/** The demo company as the tests in the browser find it, whose application this one shares. */
@PlatformTest
@TestPropertySource(properties = "test.no-demo-orders=false")
@Tag("browser")
@EnabledIfSystemProperty(named = "ordertrail.browser", matches = "true")
class DemoCompanyTest {

    @Autowired
    Orders orders;

    @Test
    void each_order_is_in_the_state_of_its_script() {
        assertThat(DemoOrder.all())
                .hasSize(40)
                .allSatisfy(demo -> assertThat(order(demo).state())
                        .as(demo.toString())
                        .isEqualTo(DemoCompanyLoadTest.STATES.get(demo.script())));
    }

    @Test
    void the_instance_of_an_order_has_ended_exactly_when_the_order_has(@Autowired HistoryService history) {
        assertThat(DemoOrder.all()).allSatisfy(demo -> {
            var instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceId(order(demo).processInstance())
                    .singleResult();
            assertThat(instance.getEndTime() != null)
                    .isEqualTo(order(demo).state().ended());
        });
    }

    private Order order(DemoOrder demo) {
        return orders.get(orders.numberOf(demo.channel(), demo.reference()).orElseThrow());
    }
}
