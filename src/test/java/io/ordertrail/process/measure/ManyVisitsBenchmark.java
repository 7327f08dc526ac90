package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.SeededHistory;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/**
 * Measures how long it takes to count a long history and to read the figures, with {@code -Dorders=300000} for ten
 * million stays at steps.
 */
@JourneyTest
@Tag("benchmark")
class ManyVisitsBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ManyVisitsBenchmark.class);
    private static final int ORDERS = Integer.getInteger("orders", 3000);
    private static final int CALLS = 50;
    private static final Duration MOST_TO_READ = Duration.ofSeconds(1);
    private static final Duration MOST_TO_COUNT = Duration.ofMinutes(15);
    private static final int SEEDED_AT_ONCE = 100;
    /** The others are copies of these at other times, which is faster. */
    private static final int SEEDED = 2_000;

    private static final String SHIFTED = "timestampadd(second, -:seconds * :copy, %s)";
    private static final Map<String, String> COPIES = Map.of(
            "ACT_HI_ACTINST",
            "insert into ACT_HI_ACTINST (ID_, PARENT_ACT_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_,"
                    + " ROOT_PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_,"
                    + " SEQUENCE_COUNTER_, TASK_ID_) select concat(ID_, :tail), concat(PARENT_ACT_INST_ID_, :tail), PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, concat(PROC_INST_ID_, :tail), concat(ROOT_PROC_INST_ID_, :tail),"
                    + " concat(EXECUTION_ID_, :tail), ACT_ID_, ACT_TYPE_, %s, %s, DURATION_, SEQUENCE_COUNTER_,"
                    + " concat(TASK_ID_, :tail) from ACT_HI_ACTINST where PROC_INST_ID_ like 'seed%%' and PROC_INST_ID_ not like '%%~%%'",
            "ACT_HI_IDENTITYLINK",
            "insert into ACT_HI_IDENTITYLINK (ID_, TASK_ID_, TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_, TIMESTAMP_)"
                    + " select concat(ID_, :tail), concat(TASK_ID_, :tail), TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_, %s"
                    + " from ACT_HI_IDENTITYLINK where TASK_ID_ like 'seed%%' and TASK_ID_ not like '%%~%%'",
            "ACT_HI_PROCINST",
            "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, START_TIME_, END_TIME_, DURATION_, END_ACT_ID_, STATE_) select concat(ID_, :tail),"
                    + " concat(PROC_INST_ID_, :tail), concat(ROOT_PROC_INST_ID_, :tail), BUSINESS_KEY_, PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, %s, %s, DURATION_, END_ACT_ID_, STATE_ from ACT_HI_PROCINST"
                    + " where ID_ like 'seed%%' and ID_ not like '%%~%%'");

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ProcessFigures figures;

    @Autowired
    ReadTargets readTargets;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void a_year_of_orders_is_counted_within_a_quarter_of_an_hour_and_read_within_a_second() {
        seed();
        var counted = milliseconds(() -> {
            measureHistory.again();
            while (measureHistory.next()) {
                Thread.onSpinWait();
            }
        });
        LOG.info("{} orders counted in {} ms", ORDERS, counted);
        assertThat(counted).isLessThan(MOST_TO_COUNT.toMillis());
        assertThat(figures.slowest(asked(30), 100)).as("there are orders").hasSizeGreaterThan(50);
        for (var days : new int[] {30, 90}) {
            read("heat map", days, asked -> {
                figures.steps(asked);
                figures.steps(asked.before());
                figures.flows(asked);
                figures.instances(asked);
                figures.tasks(asked);
                figures.late(asked, readTargets.of(asked.process()));
            });
            read("course", days, figures::days);
            read("slowest hundred", days, asked -> figures.slowest(asked, 100));
            read("commonest paths", days, asked -> figures.paths(asked, 10));
        }
    }

    private void seed() {
        var copies = Math.max(1, ORDERS / SEEDED);
        var within = Duration.ofDays(365).dividedBy(copies);
        var orders = Math.min(ORDERS, SEEDED);
        var part = within.multipliedBy(SEEDED_AT_ONCE).dividedBy(orders);
        for (var at = 0; at * SEEDED_AT_ONCE < orders; at++) {
            var last = clock.instant().minus(Duration.ofHours(1)).minus(part.multipliedBy(at));
            seededHistory.write(SEEDED_AT_ONCE, last, part, 1000 + at);
        }
        for (var copy = 1; copy < copies; copy++) {
            copy(copy, within);
            LOG.info("copied {} of {}", copy, copies - 1);
        }
    }

    private void copy(int copy, Duration within) {
        COPIES.forEach((table, sql) -> database.sql(
                        table.endsWith("LINK")
                                ? sql.formatted(SHIFTED.formatted("TIMESTAMP_"))
                                : sql.formatted(SHIFTED.formatted("START_TIME_"), SHIFTED.formatted("END_TIME_")))
                .param("tail", "~" + copy)
                .param("seconds", within.toSeconds())
                .param("copy", copy)
                .update());
    }

    private interface Reading {
        void of(Asked asked);
    }

    private void read(String what, int days, Reading reading) {
        var asked = asked(days);
        var sorted = LongStream.generate(() -> milliseconds(() -> reading.of(asked)))
                .limit(CALLS)
                .sorted()
                .toArray();
        var p95 = sorted[CALLS * 95 / 100 - 1];
        LOG.info("{} of {} days: median {} ms, p95 {} ms", what, days, sorted[CALLS / 2], p95);
        if (days == 30) {
            assertThat(p95).as(what).isLessThan(MOST_TO_READ.toMillis());
        }
    }

    private Asked asked(int days) {
        var period = Period.endingOn(LocalDate.now(clock), days);
        return new Asked(OrderFulfilment.PROCESS, ProcessFigures.ALL_VERSIONS, period);
    }

    private static long milliseconds(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
