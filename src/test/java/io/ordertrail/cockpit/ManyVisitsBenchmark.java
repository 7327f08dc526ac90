package io.ordertrail.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.ManyVisits;
import io.ordertrail.process.delay.OpenDelays;
import io.ordertrail.process.delay.Outliers;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadTargets;

/**
 * Measures how long it takes to count a long history again and to read what Cockpit shows. {@code -Dorders=1002000} makes
 * ten million stays at steps; {@code -Dspring.datasource.url} names a schema that keeps them for the next run. {@code
 * -Dfilled=true} only fills it, {@code -Dcounted=true} only reads.
 */
@JourneyTest
@Tag("benchmark")
@EnabledIfEnvironmentVariable(named = DatabaseTest.SERVER, matches = ".+")
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=600000")
class ManyVisitsBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ManyVisitsBenchmark.class);
    private static final int ORDERS = Integer.getInteger("orders", 6000);
    private static final int CALLS = 50;
    private static final int DAYS = 30;
    private static final int[] PERIODS = {DAYS, 90, 365};
    private static final Duration MOST_TO_READ = Duration.ofSeconds(1);
    private static final Duration MOST_TO_COUNT = Duration.ofMinutes(15);

    @Autowired
    ManyVisits manyVisits;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    @Qualifier("measureLoop")
    SmartLifecycle measureLoop;

    @Autowired
    ProcessFigures figures;

    @Autowired
    ReadToday readToday;

    @Autowired
    ReadCourse readCourse;

    @Autowired
    OpenNow openNow;

    @Autowired
    OpenDelays openDelays;

    @Autowired
    Outliers outliers;

    @Autowired
    ShownDiagrams diagrams;

    @Autowired
    ReadTargets readTargets;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final List<String> tooSlow = new ArrayList<>();

    private interface Reading {
        void of(ProcessDefinition definition, Asked asked);
    }

    @Test
    void the_orders_of_three_years_are_counted_within_a_quarter_of_an_hour_and_read_within_a_second() {
        measureLoop.stop();
        manyVisits.write(ORDERS, clock.instant().minus(Duration.ofHours(1)));
        if (rows("measured_instance") < rows("ACT_HI_PROCINST")) {
            measureHistory.again();
            count();
        }
        manyVisits.writeOlderFigures(LocalDate.now(clock));
        if (Boolean.getBoolean("filled")) {
            return;
        }
        if (!Boolean.getBoolean("counted")) {
            measureHistory.again();
            assertThat(count()).isLessThan(MOST_TO_COUNT.toMillis());
        }
        LOG.info(
                "{} orders, {} stays in the history, {} instances in the figures",
                rows("customer_order"),
                rows("ACT_HI_ACTINST"),
                rows("measured_instance"));
        assertThat(figures.slowest(asked(OrderFulfilment.PROCESS, DAYS), 100)).hasSizeGreaterThan(50);
        assertThat(readCourse.slowest(asked(OrderFulfilment.PARCEL, DAYS), "pickAndPack"))
                .hasSize(100);
        read("dashboard", OrderFulfilment.PROCESS, DAYS, (definition, asked) -> readToday.read(true));
        for (var days : PERIODS) {
            for (var process : new String[] {OrderFulfilment.PROCESS, OrderFulfilment.PARCEL}) {
                read("heat map", process, days, (definition, asked) -> heat(definition, asked));
                read("course", process, days, (definition, asked) -> readCourse.course(new Chosen(), asked));
                read("slowest hundred", process, days, (definition, asked) -> readCourse.slowest(asked));
                read("commonest paths", process, days, readCourse::paths);
                read("work", process, days, readCourse::work);
                read("ways", process, days, readCourse::gateways);
                read("open delays", process, days, (definition, asked) -> openDelays.of(asked));
            }
            read(
                    "slowest hundred at a step",
                    OrderFulfilment.PARCEL,
                    days,
                    (definition, asked) -> readCourse.slowest(asked, "pickAndPack"));
            read(
                    "what outliers at a step have in common",
                    OrderFulfilment.PARCEL,
                    days,
                    (definition, asked) -> outliers.at(asked, "pickAndPack", Outliers.Rule.P95));
        }
        assertThat(tooSlow).isEmpty();
    }

    private long count() {
        return milliseconds(() -> {
            var parts = 0;
            while (measureHistory.next()) {
                if (++parts % 50 == 0) {
                    LOG.info("{} parts counted, until {}", parts, measureHistory.until());
                }
            }
            LOG.info("Counted in {} parts", parts);
        });
    }

    /** Reads without what an earlier call remembers. */
    private void heat(ProcessDefinition definition, Asked asked) {
        new ReadHeat(figures, openNow, measureHistory, diagrams, readTargets).of(definition, new Chosen(), asked);
    }

    private void read(String what, String process, int days, Reading reading) {
        var asked = asked(process, days);
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var sorted = LongStream.generate(() -> milliseconds(() -> reading.of(definition, asked)))
                .limit(CALLS)
                .sorted()
                .toArray();
        var p95 = sorted[CALLS * 95 / 100 - 1];
        LOG.info("{} of {}, {} days: median {} ms, p95 {} ms", what, process, days, sorted[CALLS / 2], p95);
        if (days == DAYS && p95 >= MOST_TO_READ.toMillis()) {
            tooSlow.add(what + " of " + process + ": " + p95 + " ms");
        }
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private Asked asked(String process, int days) {
        return new Asked(process, ProcessFigures.ALL_VERSIONS, Period.endingOn(LocalDate.now(clock), days));
    }

    private static long milliseconds(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
