package io.ordertrail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.platform.operation.Degraded;
import io.ordertrail.process.monitoring.CheckStockCommand;
import io.ordertrail.process.monitoring.StockCheckMetrics;
import io.ordertrail.process.monitoring.StockHealthIndicator;

/** The regular check adds up new movements and reports its findings. */
@JourneyTest
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class CheckStockRegularlyTest {

    private static final String LONG_AGO = "timestamp '2000-01-01 00:00:00'";

    @Autowired
    TestCompany company;

    @Autowired
    CheckStockRegularly regularly;

    @Autowired
    CheckStock checkStock;

    @Autowired
    StockChecks checks;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    private String lamp;

    @BeforeEach
    void the_ledger_is_older_than_the_sums() {
        lamp = company.product(7);
        age();
        sql("update stock_check set rebuilt_at = " + LONG_AGO);
        check();
    }

    @AfterEach
    void the_stock_is_repaired() {
        sql("update stock_item set on_hand = (select sum(m.on_hand_change) from stock_movement m where m.sku = '" + lamp
                + "') where sku = '" + lamp + "'");
    }

    @Test
    void settled_movements_are_added_to_the_sums_once() {
        assertThat(summed()).isEqualTo(7);
        company.receive(lamp, "VIE", 2);
        check();
        assertThat(summed()).as("an earlier movement may still be committed").isEqualTo(7);
        age("on_hand_change = 2", "3 minutes past what is summed");
        check();
        assertThat(summed()).isEqualTo(9);
        check();
        assertThat(summed()).isEqualTo(9);
        assertThat(found()).isEmpty();
    }

    @Test
    void stock_that_changed_without_a_movement_is_found_and_reported() {
        sql("update stock_item set on_hand = 8 where sku = '" + lamp + "'");
        check();
        assertThat(found()).containsExactly(lamp + " at VIE: on hand is 8, its movements make 7");
        assertThat(health().getStatus()).isEqualTo(Degraded.STATUS);
        assertThat(health().getDetails().get("found").toString()).contains(lamp);
        assertThat(gauge("ordertrail.stock.violations")).isPositive();
        assertThat(gauge("ordertrail.stock.check.age")).isBetween(0.0, 60.0);
    }

    /** A node's clock was far behind, or a backup was restored: the sums lack the movement, and the ledger decides. */
    @Test
    void a_movement_that_is_stored_late_is_no_fault() {
        company.receive(lamp, "VIE", 5);
        age();
        check();
        assertThat(summed()).isEqualTo(7);
        assertThat(found()).isEmpty();
        sql("update stock_check set rebuilt_at = " + LONG_AGO);
        check();
        assertThat(summed()).as("once a day from the first movement").isEqualTo(12);
    }

    @Test
    void the_stored_sums_may_be_lost() {
        sql("delete from stock_sum");
        check();
        assertThat(found()).isEmpty();
    }

    @Test
    void only_one_node_checks_at_a_time() {
        sql("update stock_check set taken_until = " + LONG_AGO);
        assertThat(checks.tryBegin()).isTrue();
        assertThat(checks.tryBegin()).isFalse();
        checks.end(clock.instant(), List.of());
        assertThat(checks.tryBegin()).as("within the same minute").isFalse();
        checks.end(clock.instant().minusSeconds(60), List.of());
        assertThat(checks.tryBegin()).as("a minute later").isTrue();
    }

    @Test
    void a_check_that_no_longer_runs_is_reported() {
        sql("update stock_check set violations = 0, findings = '', checked_at = " + LONG_AGO);
        assertThat(health().getStatus()).isEqualTo(Degraded.STATUS);
        sql("update stock_check set checked_at = null");
        assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(gauge("ordertrail.stock.violations")).isNaN();
    }

    @Test
    void a_node_whose_stock_does_not_add_up_stays_ready(@Autowired HealthEndpointGroups groups) {
        assertThat(groups.get("readiness").isMember("stock")).isFalse();
        assertThat(groups.getPrimary().isMember("stock")).isTrue();
    }

    @Test
    void the_command_reports_the_fault_and_exits_with_1(CapturedOutput output) {
        sql("update stock_item set on_hand = 8 where sku = '" + lamp + "'");
        var database = sql.execute((Connection connection) -> List.of(
                connection.getMetaData().getURL(), connection.getMetaData().getUserName()));
        assertThat(command(
                        database.get(0), database.get(1).replaceAll("@.*", "").toLowerCase(Locale.ROOT)))
                .isEqualTo(1);
        assertThat(output)
                .contains(lamp + " at VIE: on hand is 8, its movements make 7", "The stock does not add up in ");
    }

    @Test
    void the_command_exits_with_2_when_the_database_is_unavailable(CapturedOutput output) {
        assertThat(command("jdbc:h2:mem:nothing;IFEXISTS=TRUE", "sa")).isEqualTo(2);
        assertThat(output).contains("The stock cannot be checked");
    }

    @Test
    void the_command_names_the_database_that_has_no_ordertrail(CapturedOutput output) {
        assertThat(command("jdbc:h2:mem:empty;LOCK_TIMEOUT=1000", "sa")).isEqualTo(2);
        assertThat(output)
                .contains("no Ordertrail of this version in the database jdbc:h2:mem:empty. Set the environment");
    }

    private int command(String url, String user) {
        var logging = "org.springframework.boot.logging.LoggingSystem";
        System.setProperty(logging, "none"); // otherwise it would reconfigure the logging of all tests
        try {
            return CheckStockCommand.run(
                    "check-stock", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
        } finally {
            System.clearProperty(logging);
        }
    }

    private void check() {
        sql("update stock_check set taken_until = " + LONG_AGO);
        regularly.check();
    }

    /** Only the faults of this test's product: other tests leave stock behind that they have changed by hand. */
    private List<String> found() {
        assertThat(checks.last().at()).isNotNull();
        return checkStock.since(checks.last().summedUntil()).stream()
                .filter(fault -> fault.sku().equals(lamp))
                .map(StockFault::toString)
                .toList();
    }

    private long summed() {
        return sql.queryForObject("select sum(on_hand) from stock_sum where sku = '" + lamp + "'", Long.class);
    }

    private void age() {
        sql("update stock_movement set at = timestamp '2020-01-01 00:00:00' where sku = '" + lamp + "'");
    }

    /** Lets time pass, so that the movement is settled and later than the sums. */
    private void age(String movement, String why) {
        sql("update stock_check set summed_until = timestamp '2020-02-01 00:00:00'");
        sql("update stock_movement set at = timestamp '2020-02-02 00:00:00' where sku = '" + lamp + "' and "
                + movement);
    }

    private Health health() {
        return new StockHealthIndicator(new LastStockCheck(checks), clock).health();
    }

    private double gauge(String name) {
        var fresh = new SimpleMeterRegistry();
        new StockCheckMetrics(new LastStockCheck(checks), clock).bindTo(fresh);
        return fresh.get(name).gauge().value();
    }

    private void sql(String statement) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.update(statement));
    }
}
