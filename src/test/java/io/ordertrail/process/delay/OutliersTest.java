package io.ordertrail.process.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Orders that stayed long at a step are compared with all that passed it. */
@JourneyTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutliersTest {

    private static final String PROCESS = "outlierProcess";
    private static final LocalDate DAY = LocalDate.parse("2016-03-07");
    private static final Asked ASKED = new Asked(PROCESS, ProcessFigures.ALL_VERSIONS, new Period(DAY, DAY));
    private static final Duration LONG = Duration.ofHours(30);
    private static final Duration SHORT = Duration.ofHours(1);
    private static final int ORDERS = 24;

    /** These took long; they and three others came by telephone. */
    private static final int LONG_ONES = 5;

    private static final int BY_TELEPHONE = 8;

    @Autowired
    Outliers outliers;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @BeforeAll
    void seed() {
        var numbers = IntStream.range(0, ORDERS)
                .mapToObj(at -> enterOrder
                        .enter(TestCompany.order(company.customer(), Map.of(company.product(10), 1)))
                        .value())
                .toList();
        transactions.executeWithoutResult(inside -> {
            path(1, "begin slowStep end");
            path(2, "begin end");
            IntStream.range(0, ORDERS).forEach(at -> write(at, numbers.get(at)));
            write("measured_step (process, ended_on, step, version, duration, visits)", SHORT, ORDERS - LONG_ONES);
            write("measured_step (process, ended_on, step, version, duration, visits)", LONG, LONG_ONES);
            instance("elsewhere", numbers.get(0), 2);
        });
    }

    @AfterAll
    void forget() {
        transactions.executeWithoutResult(inside -> List.of("path", "instance", "step", "stay")
                .forEach(table -> database.sql("delete from measured_" + table + " where process = '" + PROCESS + "'")
                        .update()));
    }

    @Test
    void a_fact_that_is_told_of_a_larger_share_of_them_is_named_with_both_counts() {
        var found = outliers.at(ASKED, "slowStep", Outliers.Rule.IQR);
        assertThat(found.bound()).isEqualTo(SHORT.toMillis());
        assertThat(found.stays()).isEqualTo(LONG_ONES);
        assertThat(found.orders()).isEqualTo(LONG_ONES);
        assertThat(found.all()).isEqualTo(ORDERS);
        assertThat(found.common())
                .containsExactly(new CommonFacts.Common("channel", "telephone", LONG_ONES, BY_TELEPHONE));
    }

    @Test
    void those_above_the_95_percent_are_none_when_that_is_the_longest_itself() {
        var found = outliers.at(ASKED, "slowStep", Outliers.Rule.P95);
        assertThat(found.bound()).isEqualTo(LONG.toMillis());
        assertThat(found.stays()).isZero();
        assertThat(found.common()).isEmpty();
    }

    @Test
    void a_step_at_which_nothing_stayed_has_no_outliers() {
        var found = outliers.at(ASKED, "noSuchStep", Outliers.Rule.IQR);
        assertThat(found.stays()).isZero();
        assertThat(found.common()).isEmpty();
    }

    private void write(int at, String number) {
        database.sql("update customer_order set channel = :channel where number = :number")
                .param("channel", at < BY_TELEPHONE ? "telephone" : "shop")
                .param("number", number)
                .update();
        instance("outlier-" + at, number, 1);
        database.sql(
                        "insert into measured_stay (process, step, ended_on, version, stay, instance, subject, started_at,"
                                + " ended_at, duration) values (:process, 'slowStep', :day, 1, :id, :id, :number, :day, :day, :duration)")
                .param("process", PROCESS)
                .param("day", DAY)
                .param("id", "outlier-" + at)
                .param("number", number)
                .param("duration", (at < LONG_ONES ? LONG : SHORT).toMillis())
                .update();
    }

    private void instance(String id, String number, int path) {
        database.sql(
                        "insert into measured_instance (instance, process, version, subject, started_at, ended_at, ended_on,"
                                + " duration, tasks, repeats, outcome, path) values (:id, :process, 1, :number, :day, :day, :day, 1000,"
                                + " 0, 0, null, :path)")
                .param("id", id)
                .param("process", PROCESS)
                .param("number", number)
                .param("day", DAY)
                .param("path", path)
                .update();
    }

    private void path(int path, String steps) {
        database.sql("insert into measured_path (process, path, steps) values (:process, :path, :steps)")
                .param("process", PROCESS)
                .param("path", path)
                .param("steps", steps)
                .update();
    }

    private void write(String into, Duration duration, int visits) {
        database.sql("insert into " + into + " values (:process, :day, 'slowStep', 1, :duration, :visits)")
                .param("process", PROCESS)
                .param("day", DAY)
                .param("duration", duration.toMillis())
                .param("visits", visits)
                .update();
    }
}
