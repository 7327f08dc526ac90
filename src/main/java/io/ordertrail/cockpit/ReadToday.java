package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.MeasureHistory;
import io.ordertrail.process.measure.OrderBacklog;

/** Counts what orders did today, in the company's time zone. */
@Component
class ReadToday {

    private static final int WEEK = 7;

    private final JdbcClient database;
    private final FindBottleneck findBottleneck;
    private final MeasureHistory measureHistory;
    private final OrderBacklog backlog;
    private final Clock clock;

    ReadToday(
            JdbcClient database,
            FindBottleneck findBottleneck,
            MeasureHistory measureHistory,
            OrderBacklog backlog,
            Clock clock) {
        this.database = database;
        this.findBottleneck = findBottleneck;
        this.measureHistory = measureHistory;
        this.backlog = backlog;
        this.clock = clock;
    }

    Today read(boolean mayMeasureAgain) {
        return new Today(
                compared("select count(*) from customer_order where entered_at >= :from and entered_at < :to"),
                compared("select count(*) from measured_instance where process = :process and ended_on between :first"
                        + " and :last and ended_at >= :from and ended_at < :to"),
                backlog.now(),
                backlog.on(LocalDate.now(clock).minusDays(WEEK)).orElse(null),
                backlog.atRisk(),
                findBottleneck.ofTheWeek().orElse(null),
                measureHistory.until().map(Object::toString).orElse(""),
                mayMeasureAgain);
    }

    private Today.Compared compared(String sql) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var weekAgo = LocalDateTime.ofInstant(now, clock.getZone()).minusDays(WEEK);
        return new Today.Compared(
                count(sql, today, now),
                count(
                        sql,
                        today.minusDays(WEEK),
                        weekAgo.atZone(clock.getZone()).toInstant()));
    }

    private long count(String sql, LocalDate day, Instant to) {
        return database.sql(sql)
                .param("process", OrderFulfilment.PROCESS)
                .param("first", day)
                .param("last", day)
                .param("from", utc(day.atStartOfDay(clock.getZone()).toInstant()))
                .param("to", utc(to))
                .query(Long.class)
                .single();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
