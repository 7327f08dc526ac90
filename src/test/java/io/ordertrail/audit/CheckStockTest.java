package io.ordertrail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.Desk;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;

/** Violates each rule of the stock, without the constraints of the schema, and checks that the violation is found. */
@JourneyTest
@Tag("database")
class CheckStockTest {

    /** A statement that violates a rule, and one that repairs the stock. */
    private record Violation(String violate, String repair) {}

    private static final Map<StockRule, Violation> VIOLATIONS = Map.of(
            StockRule.NOT_BELOW_ZERO,
                    new Violation(
                            "update stock_item set on_hand = on_hand - 100 where sku = '{sku}'",
                            "update stock_item set on_hand = on_hand + 100 where sku = '{sku}'"),
            StockRule.RESERVED_WITHIN_ON_HAND,
                    new Violation(
                            "update stock_item set reserved = reserved + 100 where sku = '{sku}'",
                            "update stock_item set reserved = reserved - 100 where sku = '{sku}'"),
            StockRule.ON_HAND_IN_LEDGER,
                    new Violation(
                            "update stock_item set on_hand = on_hand + 1 where sku = '{sku}'",
                            "update stock_item set on_hand = on_hand - 1 where sku = '{sku}'"),
            StockRule.RESERVED_IN_LEDGER,
                    new Violation(
                            "update stock_movement set reserved_change = 3 where order_number = '{order}'",
                            "update stock_movement set reserved_change = 2 where order_number = '{order}'"),
            StockRule.RESERVED_FOR_ORDERS,
                    new Violation(
                            "update reservation set status = 'RELEASED' where order_number = '{order}'",
                            "update reservation set status = 'OPEN' where order_number = '{order}'"),
            StockRule.NOTHING_FOR_ENDED_ORDERS,
                    new Violation(
                            "update reservation set status = 'OPEN' where order_number = '{ended}'",
                            "update reservation set status = 'RELEASED' where order_number = '{ended}'"),
            StockRule.CONFIRMED_IS_RESERVED,
                    new Violation(
                            "update order_line set quantity = 3 where order_number = '{order}'",
                            "update order_line set quantity = 2 where order_number = '{order}'"),
            StockRule.ONLY_WAITING_ORDERS_HAVE_BACKORDERS,
                    new Violation(
                            "insert into backorder (order_number, position, sku, priority, missing, since) values ('{order}', 9, '{sku}', 1, 1, current_timestamp)",
                            "delete from backorder where order_number = '{order}'"),
            StockRule.AVAILABLE_STOCK_IS_ALLOCATED,
                    new Violation(
                            "insert into backorder (order_number, position, sku, priority, missing, since) values ('{waiting}', 9, '{sku}', 1, 1, current_timestamp)",
                            "delete from backorder where order_number = '{waiting}' and sku = '{sku}'"));

    private static final Map<String, String> CONSTRAINTS =
            Map.of("stock_on_hand", "on_hand >= 0", "stock_reserved_on_hand", "reserved <= on_hand");

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    CancelOrder cancelOrder;

    @Autowired
    CheckStock checkStock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    private String sku;
    private OrderNumber order;
    private OrderNumber ended;
    private OrderNumber waiting;

    @BeforeEach
    void one_order_is_confirmed_one_cancelled_and_one_waits_for_something_else() {
        sku = company.product(9);
        order = enter(ShortagePolicy.ASK, sku);
        ended = enter(ShortagePolicy.ASK, sku);
        cancelOrder.cancel(ended, new Cancellation("test"));
        waiting = enter(ShortagePolicy.WAIT, company.product(0));
        assertThat(desk.state(waiting)).isEqualTo(OrderState.WAITING_FOR_STOCK);
        assertThat(checkStock.of(List.of(sku))).isEmpty();
    }

    @Test
    void every_rule_has_a_violation() {
        assertThat(VIOLATIONS).containsOnlyKeys(StockRule.values());
    }

    @ParameterizedTest
    @EnumSource(StockRule.class)
    void a_violation_is_found(StockRule rule) {
        var violation = VIOLATIONS.get(rule);
        CONSTRAINTS.keySet().forEach(constraint -> sql("alter table stock_item drop constraint " + constraint));
        try {
            sql(violation.violate());
            assertThat(checkStock.of(List.of(sku))).extracting(StockFault::rule).contains(rule);
            assertThat(checkStock.thoroughly())
                    .filteredOn(fault -> fault.sku().equals(sku))
                    .extracting(StockFault::rule)
                    .contains(rule);
            assertThat(checkStock.since(StockChecks.utc(Instant.EPOCH)))
                    .filteredOn(fault -> fault.sku().equals(sku))
                    .extracting(StockFault::rule)
                    .contains(rule);
        } finally {
            sql(violation.repair());
            CONSTRAINTS.forEach((constraint, condition) ->
                    sql("alter table stock_item add constraint " + constraint + " check (" + condition + ")"));
        }
        assertThat(checkStock.of(List.of(sku))).isEmpty();
    }

    @Test
    void a_fault_names_the_place_and_both_values() {
        sql(VIOLATIONS.get(StockRule.ON_HAND_IN_LEDGER).violate());
        assertThat(checkStock.of(List.of(sku)))
                .extracting(StockFault::toString)
                .containsExactly(sku + " at VIE: on hand is 10, its movements make 9");
        sql(VIOLATIONS.get(StockRule.ON_HAND_IN_LEDGER).repair());
    }

    @Test
    @Tag("race")
    void orders_that_are_entered_during_the_check_are_no_faults() throws Exception {
        var goods = company.product(100_000);
        var customers =
                IntStream.range(0, 200).mapToObj(i -> company.customer()).toList();
        var buyers = Executors.newFixedThreadPool(2);
        List<? extends Future<?>> buying = customers.stream()
                .map(customer -> buyers.submit(() -> enterOrder.enter(TestCompany.order(customer, Map.of(goods, 1)))))
                .toList();
        buyers.shutdown();
        while (!buyers.isTerminated()) {
            assertThat(checkStock.of(List.of(goods))).isEmpty();
        }
        for (var one : buying) {
            one.get();
        }
        assertThat(desk.available(goods)).isEqualTo(99_800);
    }

    private OrderNumber enter(ShortagePolicy policy, String product) {
        return enterOrder.enter(TestCompany.order(company.customer(policy), Map.of(product, 2)));
    }

    private void sql(String statement) {
        var filled = statement
                .replace("{sku}", sku)
                .replace("{order}", order.value())
                .replace("{ended}", ended.value())
                .replace("{waiting}", waiting.value());
        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update(filled));
    }
}
