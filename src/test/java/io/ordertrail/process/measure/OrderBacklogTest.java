package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;

/** The counts of a day stay readable when the orders have gone on. */
@JourneyTest
@Tag("database")
class OrderBacklogTest {

    @Autowired
    OrderBacklog backlog;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @BeforeEach
    void forget() {
        transactions.executeWithoutResult(inside -> database.update("delete from order_backlog"));
    }

    @Test
    void an_order_without_stock_waits_and_the_day_keeps_it() {
        var before = backlog.now().waiting();
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 2)));
        assertThat(backlog.now().waiting()).isEqualTo(before + 1);
        backlog.keep();
        assertThat(backlog.on(LocalDate.now(clock)))
                .hasValueSatisfying(kept -> assertThat(kept.waiting()).isEqualTo(before + 1));
        assertThat(backlog.on(LocalDate.now(clock).minusDays(7))).isEmpty();
    }

    @Test
    void a_count_is_kept_for_five_minutes_and_then_replaced() {
        backlog.keep();
        enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(1), 2)));
        var kept = backlog.on(LocalDate.now(clock)).orElseThrow();
        backlog.keep();
        assertThat(backlog.on(LocalDate.now(clock))).contains(kept);
        transactions.executeWithoutResult(inside -> database.update(
                "update order_backlog set counted_at = ?",
                LocalDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(6)), ZoneOffset.UTC)));
        backlog.keep();
        assertThat(backlog.on(LocalDate.now(clock)).orElseThrow().waiting()).isEqualTo(kept.waiting() + 1);
    }
}
