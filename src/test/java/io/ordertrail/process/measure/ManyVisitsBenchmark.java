package io.ordertrail.process.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

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
    private static final int PARTS = 100;

    @Autowired
    SeededHistory seededHistory;

    @Autowired
    MeasureHistory measureHistory;

    @Autowired
    ProcessFigures figures;

    @Autowired
    Clock clock;

    @Test
    void a_year_of_orders_is_counted_within_a_quarter_of_an_hour_and_read_within_a_second() {
        var part = Duration.ofDays(365).dividedBy(PARTS);
        for (var at = 0; at < PARTS; at++) {
            var last = clock.instant().minus(Duration.ofHours(1)).minus(part.multipliedBy(at));
            seededHistory.write(Math.max(1, ORDERS / PARTS), last, part, 1000 + at);
        }
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
            });
            read("course", days, figures::days);
            read("slowest hundred", days, asked -> figures.slowest(asked, 100));
            read("commonest paths", days, asked -> figures.paths(asked, 10));
        }
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
