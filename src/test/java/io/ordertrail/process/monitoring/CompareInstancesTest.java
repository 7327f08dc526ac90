package io.ordertrail.process.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.audit.OrderFault;
import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;

/** The regular check sees an order whose process has gone, and one whose state is not that of its step. */
@JourneyTest
@Tag("database")
class CompareInstancesTest {

    @Autowired
    CompareInstances compareInstances;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void orders_that_wait_in_review_for_stock_and_for_picking_agree_with_their_processes() {
        assertThat(faultsOf(enter(true, 5))).isEmpty();
        assertThat(faultsOf(enter(false, 0))).isEmpty();
        assertThat(faultsOf(enter(false, 5))).isEmpty();
    }

    @Test
    void an_open_order_whose_process_has_ended_is_found() {
        var order = enter(false, 5);
        var instance = desk.order(order).processInstance();

        update("process_instance", "gone", order);
        try {
            assertThat(faultsOf(order)).containsExactly("is CONFIRMED, but its process has ended");
        } finally {
            update("process_instance", instance, order);
        }
    }

    @Test
    void an_order_whose_state_is_not_that_of_its_step_is_found() {
        var order = enter(true, 5);

        update("state", "CONFIRMED", order);
        try {
            assertThat(faultsOf(order)).containsExactly("is CONFIRMED, but its process waits at reviewOrder");
        } finally {
            update("state", "IN_REVIEW", order);
        }
    }

    private OrderNumber enter(boolean blocked, int stock) {
        return enterOrder.enter(TestCompany.order(
                company.customer(new BigDecimal("1000"), blocked, ShortagePolicy.ASK),
                Map.of(company.product(stock), 1)));
    }

    private List<String> faultsOf(OrderNumber order) {
        return compareInstances.faults().stream()
                .filter(fault -> fault.order().equals(order.value()))
                .map(OrderFault::sentence)
                .toList();
    }

    private void update(String column, String value, OrderNumber order) {
        transaction.executeWithoutResult(status ->
                sql.update("update customer_order set " + column + " = ? where number = ?", value, order.value()));
    }
}
