package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderState;

/** Counts the orders that stand still, and keeps the counts of each day, because nobody can count them afterwards. */
@Component
public class OrderBacklog {

    private static final Duration COUNTED_EVERY = Duration.ofMinutes(5);
    private static final Set<OrderState> HELD = Set.of(OrderState.IN_REVIEW, OrderState.IN_CORRECTION);
    private static final Set<OrderState> WAITING = Set.of(OrderState.WAITING_FOR_STOCK);
    private static final Set<OrderState> UNDELIVERED =
            Stream.of(OrderState.values()).filter(OrderState::undelivered).collect(Collectors.toSet());

    /**
     * The orders that stand still.
     *
     * @param held how many a person has to review or correct
     * @param waiting how many wait for stock
     * @param late how many are past the day for which they were requested, or open for longer than their target
     */
    public record Backlog(long held, long waiting, long late) {}

    private final JdbcClient database;
    private final OrderTarget orderTarget;
    private final Clock clock;

    OrderBacklog(JdbcClient database, OrderTarget orderTarget, Clock clock) {
        this.database = database;
        this.orderTarget = orderTarget;
        this.clock = clock;
    }

    public Backlog now() {
        return new Backlog(
                count(HELD, ""),
                count(WAITING, ""),
                count(UNDELIVERED, " and (requested_by < :today or entered_at < :enteredBefore)"));
    }

    /** How many orders are not late yet and have used nearly all of their target. */
    public long atRisk() {
        return count(
                UNDELIVERED,
                " and requested_by >= :today and entered_at >= :enteredBefore and entered_at < :enteredNearly");
    }

    /** The last count of a day; empty for days on which nobody counted. */
    public Optional<Backlog> on(LocalDate day) {
        return database.sql("select held, waiting, late from order_backlog where counted_on = :day")
                .param("day", day)
                .query((row, number) -> new Backlog(row.getLong(1), row.getLong(2), row.getLong(3)))
                .optional();
    }

    /** Counts for the current day, unless a node did so a moment ago. */
    @Transactional
    public void keep() {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var fresh = database.sql("select count(*) from order_backlog where counted_on = :day and counted_at > :since")
                .param("day", LocalDate.now(clock))
                .param("since", now.minus(COUNTED_EVERY))
                .query(Long.class)
                .single();
        if (fresh == 0) {
            keep(now(), now);
        }
    }

    private void keep(Backlog backlog, LocalDateTime now) {
        database.sql("insert into order_backlog (counted_on, counted_at, held, waiting, late) values (:day, :now,"
                        + " :held, :waiting, :late) on duplicate key update counted_at = values(counted_at), held = values(held),"
                        + " waiting = values(waiting), late = values(late)")
                .param("day", LocalDate.now(clock))
                .param("now", now)
                .param("held", backlog.held())
                .param("waiting", backlog.waiting())
                .param("late", backlog.late())
                .update();
    }

    private long count(Set<OrderState> states, String condition) {
        return database.sql("select count(*) from customer_order where state in (:states)" + condition)
                .param("states", states.stream().map(Enum::name).toList())
                .param("today", LocalDate.now(clock))
                .param("enteredBefore", entered(orderTarget.entryOfLateOrders()))
                .param("enteredNearly", entered(orderTarget.entryOfOrdersAtRisk()))
                .query(Long.class)
                .single();
    }

    /** Without a target no order was entered too early. */
    private static LocalDateTime entered(Instant before) {
        return LocalDateTime.ofInstant(Optional.ofNullable(before).orElse(Instant.EPOCH), ZoneOffset.UTC);
    }
}
