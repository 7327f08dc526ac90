package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import io.ordertrail.customer.ShortagePolicy;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.SeededHistory;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.Target;
import io.ordertrail.process.measure.TargetBook;

/** What Cockpit shows of now and today is what SQL finds in the tables of orders and of the engine. */
@JourneyTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownTodayTest {

    private static final int SEED = 1805;
    private static final String SEEDED = "'seed" + SEED + "-%'";
    private static final String UNDELIVERED =
            "('ENTERED', 'IN_REVIEW', 'IN_CORRECTION', 'WAITING_FOR_STOCK', 'CONFIRMED', 'IN_FULFILMENT',"
                    + " 'PARTLY_SHIPPED', 'SHIPPED', 'PARTLY_DELIVERED')";
    private static final int[] STOCK = {1000, 1, 10};
    private static final int[] WANTED = {1, 2, 1};
    private static final Duration TARGET = Duration.ofDays(10);

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ReadHeat readHeat;

    @Autowired
    ReadToday readToday;

    @Autowired
    TargetBook targetBook;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Clock clock;

    @BeforeAll
    void seed() {
        targetBook.set(
                OrderFulfilment.PROCESS,
                new Target(Target.WHOLE, LocalDate.now(clock).minusDays(100), TARGET, 0));
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        seededHistory.write(orders(), now, Duration.ofDays(16), SEED);
        measureHistory.again();
        measure();
        IntStream.range(0, 12).forEach(this::enter);
    }

    private void measure() {
        while (measureHistory.next()) {
            Thread.onSpinWait();
        }
    }

    /** The product leaves out the last half a minute, in which orders of another test may have ended. */
    private void measureUntilNow() {
        while (measureHistory.next(clock.instant())) {
            Thread.onSpinWait();
        }
    }

    /** One of three is reviewed, one waits for stock, one goes on; they are up to eleven days old. */
    private void enter(int days) {
        var lines = Map.of(company.product(STOCK[days % STOCK.length]), WANTED[days % WANTED.length]);
        var blocked = days % STOCK.length == 0;
        var customer = company.customer(new BigDecimal("1000000"), blocked, ShortagePolicy.ASK);
        var number = enterOrder.enter(TestCompany.order(customer, lines)).value();
        transactions.executeWithoutResult(inside -> database.sql(
                        "update customer_order set entered_at = :at where number = :number")
                .param("at", utc(clock.instant().minus(Duration.ofDays(days).plusSeconds(30))))
                .param("number", number)
                .update());
    }

    @AfterAll
    void forget() {
        transactions.executeWithoutResult(inside -> {
            database.sql("delete from measure_target where process = '" + OrderFulfilment.PROCESS + "'")
                    .update();
            database.sql("delete from measured_instance where instance like " + SEEDED)
                    .update();
            database.sql("delete from ACT_HI_IDENTITYLINK where TASK_ID_ like " + SEEDED)
                    .update();
            database.sql("delete from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ like " + SEEDED)
                    .update();
            database.sql("delete from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ like " + SEEDED)
                    .update();
        });
        measureHistory.again();
        measure();
    }

    /** More of them in the test of the night. */
    int orders() {
        return 200;
    }

    @Test
    void a_step_shows_how_many_are_open_at_it_now() {
        var asked = new Asked(
                OrderFulfilment.PROCESS, ProcessFigures.ALL_VERSIONS, Period.endingOn(LocalDate.now(clock), 29));
        var shown = readHeat
                .of(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(OrderFulfilment.PROCESS)
                                .latestVersion()
                                .singleResult(),
                        new Chosen(),
                        asked)
                .steps()
                .stream()
                .filter(step -> step.open() > 0)
                .collect(Collectors.toMap(Heat.Step::id, Heat.Step::open));
        var bySql = new TreeMap<String, Long>();
        database.sql("select ACT_ID_, count(*) from ACT_HI_ACTINST where PROC_DEF_KEY_ = :process and END_TIME_ is null"
                        + " and ACT_TYPE_ not in ('multiInstanceBody', 'subProcess') group by ACT_ID_")
                .param("process", OrderFulfilment.PROCESS)
                .query(row -> {
                    bySql.put(row.getString(1), row.getLong(2));
                });
        assertThat(shown).isEqualTo(bySql).hasSizeGreaterThan(2);
    }

    @Test
    void the_dashboard_counts_what_came_in_and_went_out_until_now_and_a_week_ago() {
        measureUntilNow();
        var now = clock.instant();
        var shown = readToday.read(false);
        assertThat(shown.in().today()).isEqualTo(entered(0, now)).isPositive();
        assertThat(shown.in().weekBefore()).isEqualTo(entered(7, now)).isPositive();
        assertThat(shown.out().today()).isEqualTo(ended(0, now)).isPositive();
        assertThat(shown.out().weekBefore()).isEqualTo(ended(7, now));
        assertThat(shown.mayMeasureAgain()).isFalse();
        assertThat(shown.measuredUntil()).isNotEmpty();
    }

    @Test
    void the_dashboard_counts_what_is_held_waits_is_late_and_is_at_risk() {
        var shown = readToday.read(false);
        var late = " (requested_delivery < :today or entered_at < :late)";
        assertThat(shown.backlog().held())
                .isEqualTo(orders("state in ('IN_REVIEW', 'IN_CORRECTION')"))
                .isPositive();
        assertThat(shown.backlog().waiting())
                .isEqualTo(orders("state = 'WAITING_FOR_STOCK'"))
                .isPositive();
        assertThat(shown.backlog().late())
                .isEqualTo(orders("state in " + UNDELIVERED + " and" + late))
                .isPositive();
        assertThat(shown.atRisk())
                .isEqualTo(orders("state in " + UNDELIVERED + " and entered_at < :near and not (entered_at < :late)"
                        + " and (requested_delivery is null or requested_delivery >= :today)"))
                .isPositive();
    }

    private long orders(String condition) {
        return database.sql("select count(*) from customer_order where " + condition)
                .param("today", LocalDate.now(clock))
                .param("late", utc(clock.instant().minus(TARGET)))
                .param("near", utc(clock.instant().minus(TARGET.dividedBy(10).multipliedBy(8))))
                .query(Long.class)
                .single();
    }

    private long entered(int daysAgo, Instant now) {
        return database.sql("select count(*) from customer_order where entered_at >= :from and entered_at < :to")
                .param("from", utc(start(daysAgo)))
                .param("to", utc(now.minus(Duration.ofDays(daysAgo))))
                .query(Long.class)
                .single();
    }

    private long ended(int daysAgo, Instant now) {
        return database.sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = :process and END_TIME_ >= :from"
                        + " and END_TIME_ < :to")
                .param("process", OrderFulfilment.PROCESS)
                .param("from", Timestamp.from(start(daysAgo)))
                .param("to", Timestamp.from(now.minus(Duration.ofDays(daysAgo))))
                .query(Long.class)
                .single();
    }

    private Instant start(int daysAgo) {
        return LocalDate.now(clock)
                .minusDays(daysAgo)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
