package io.ordertrail.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a MySQL database with the orders of three years, through SQL: the history of the engine for those of the last
 * year, which has about thirty stays at steps for each order, and the figures alone for those of the two years before.
 * It works part by part, commits each, and goes on where it stopped.
 */
@Component
public class ManyVisits {

    private static final Logger LOG = LoggerFactory.getLogger(ManyVisits.class);
    private static final int YEARS = 3;
    private static final int DAYS = 365;
    private static final int LONGEST_SECONDS = 600;
    private static final int ORDERS_AT_ONCE = 50_000;
    private static final int STILL_OPEN = 20_000;
    private static final int DAYS_AT_ONCE = 5;

    /** So many orders are written one by one; the others are copies of them at other times, which is faster. */
    private static final int WRITTEN = 1_000;

    private static final int WRITTEN_AT_ONCE = 100;

    /** A copy has ids of its own, which the indexes take one after the other. */
    private static final List<String> COPY = List.of("""
            insert into ACT_HI_ACTINST (ID_, PARENT_ACT_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_,
            ROOT_PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, SEQUENCE_COUNTER_,
            TASK_ID_) select concat(:copy, ID_), concat(:copy, PARENT_ACT_INST_ID_), PROC_DEF_KEY_, PROC_DEF_ID_,
            concat(:copy, PROC_INST_ID_), concat(:copy, ROOT_PROC_INST_ID_), concat(:copy, EXECUTION_ID_), ACT_ID_, ACT_TYPE_,
            timestampadd(second, -:seconds, START_TIME_), timestampadd(second, -:seconds, END_TIME_), DURATION_,
            SEQUENCE_COUNTER_, concat(:copy, TASK_ID_)
            from ACT_HI_ACTINST where PROC_INST_ID_ >= 'seed' and PROC_INST_ID_ < 'seee'\
            """, """
            insert into ACT_HI_IDENTITYLINK (ID_, TASK_ID_, TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_, TIMESTAMP_)
            select concat(:copy, ID_), concat(:copy, TASK_ID_), TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_,
            timestampadd(second, -:seconds, TIMESTAMP_)
            from ACT_HI_IDENTITYLINK where ID_ >= 'seed' and ID_ < 'seee'\
            """, """
            insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,
            START_TIME_, END_TIME_, DURATION_, END_ACT_ID_, STATE_) select concat(:copy, ID_), concat(:copy, PROC_INST_ID_),
            concat(:copy, ROOT_PROC_INST_ID_), concat(:copy, BUSINESS_KEY_), PROC_DEF_KEY_, PROC_DEF_ID_,
            timestampadd(second, -:seconds, START_TIME_), timestampadd(second, -:seconds, END_TIME_), DURATION_, END_ACT_ID_,
            STATE_ from ACT_HI_PROCINST where ID_ >= 'seed' and ID_ < 'seee'\
            """);

    private static final String OLDER = "timestampadd(day, -" + DAYS + " * :years, ";
    private static final List<String> FIGURES_OF_OLDER = List.of(
            "insert into measured_step select process, " + OLDER + "ended_on), step, version, duration, visits"
                    + " from measured_step where ended_on between :first and :last",
            "insert into measured_flow select process, " + OLDER + "taken_on), flow, version, passages"
                    + " from measured_flow where taken_on between :first and :last",
            "insert into measured_task select process, " + OLDER
                    + "ended_on), step, version, role, person, tasks, waited,"
                    + " worked from measured_task where ended_on between :first and :last",
            "insert into measured_day select process, " + OLDER + "measured_on), version, started, ended"
                    + " from measured_day where measured_on between :first and :last",
            "insert into measured_stay select process, step, " + OLDER
                    + "ended_on), version, concat(:years, 'y', stay), concat(:years, 'y', instance), subject, " + OLDER
                    + "started_at), " + OLDER
                    + "ended_at), duration from measured_stay where ended_on between :first and :last",
            "insert into measured_way select process, " + OLDER + "ended_on), flow, version, outcome, instances"
                    + " from measured_way where ended_on between :first and :last",
            "insert into measured_instance select concat(:years, 'y', instance), process, version, subject, " + OLDER
                    + "started_at), " + OLDER + "ended_at), " + OLDER
                    + "ended_on), duration, tasks, repeats, outcome, path from measured_instance"
                    + " where ended_on between :first and :last");

    private static final String ORDERS = """
        insert into customer_order (number, process_instance, customer, channel, currency, requested_delivery, total,
        state, state_since, entered_at, entered_by, partial_delivery, content, version)
        with recursive s (n) as (select :first union all select n + 1 from s where n < :last)
        select concat(lpad(n div 10000, 4, '0'), '-', lpad(n % 10000, 4, '0')), concat('many', n), 'K-MANY', 'desk', 'EUR',
        case when n % 3 = 0 then null else date(timestampadd(second, n * :every, :begin)) + interval 9 day end, 100 + n % 900,
        case when n < :open then 'RECEIVED' else elt(1 + n % 5, 'ENTERED', 'IN_REVIEW', 'WAITING_FOR_STOCK',
        'IN_FULFILMENT', 'SHIPPED') end, timestampadd(second, n * :every, :begin), timestampadd(second, n * :every, :begin),
        'many', false, '', 0 from s\
        """;

    private final SeededHistory seededHistory;
    private final JdbcClient database;
    private final TransactionTemplate eachPart;

    ManyVisits(SeededHistory seededHistory, JdbcClient database, PlatformTransactionManager transactions) {
        this.seededHistory = seededHistory;
        this.database = database;
        this.eachPart = new TransactionTemplate(transactions);
        eachPart.setTimeout(LONGEST_SECONDS);
    }

    /**
     * Writes the orders, and the history of a third of them, to which the figures do not yet belong.
     *
     * @param last when the last of them ended
     */
    public void write(int orders, Instant last) {
        var copies = Math.max(1, orders / YEARS / WRITTEN);
        var within = Duration.ofDays(DAYS).dividedBy(copies);
        var part = within.multipliedBy(WRITTEN_AT_ONCE).dividedBy(WRITTEN);
        IntStream.range(0, WRITTEN / WRITTEN_AT_ONCE)
                .forEach(at -> unlessThere(
                        "ACT_HI_PROCINST where ID_ = 'seed" + (1000 + at) + "-0'",
                        () -> seededHistory.write(
                                WRITTEN_AT_ONCE, last.minus(part.multipliedBy(at)), part, 1000 + at)));
        IntStream.range(1, copies)
                .forEach(at -> unlessThere(
                        "ACT_HI_PROCINST where ID_ = '" + copy(at) + "seed1000-0'",
                        () -> copy(at, within.multipliedBy(at))));
        unlessThere("customer where number = 'K-MANY'", this::customer);
        var begin = LocalDateTime.ofInstant(last, ZoneOffset.UTC).minusDays(DAYS * YEARS);
        IntStream.iterate(0, at -> at < orders, at -> at + ORDERS_AT_ONCE)
                .forEach(at -> unlessThere(
                        "customer_order where process_instance = 'many" + at + "'", () -> orders(at, orders, begin)));
    }

    /** Adds the figures of the two years before, once those of the last year are counted. */
    public void writeOlderFigures(LocalDate today) {
        IntStream.range(1, YEARS)
                .forEach(years -> IntStream.iterate(0, at -> at < DAYS, at -> at + DAYS_AT_ONCE)
                        .forEach(at -> older(years, today.minusDays(DAYS - at))));
    }

    private void unlessThere(String where, Runnable write) {
        eachPart.executeWithoutResult(part -> {
            if (database.sql("select count(*) from " + where).query(Long.class).single() == 0) {
                write.run();
                LOG.info("Wrote {}", where);
            }
        });
    }

    private static String copy(int at) {
        return "copy%04d-".formatted(at);
    }

    private void copy(int at, Duration earlier) {
        COPY.forEach(sql -> database.sql(sql)
                .param("copy", copy(at))
                .param("seconds", earlier.toSeconds())
                .update());
    }

    private void customer() {
        database.sql("insert into customer (number, name, country, credit_limit, blocked, shortage_policy, version)"
                        + " values ('K-MANY', 'Many orders', 'AT', 0, false, 'ASK', 0)")
                .update();
    }

    private void orders(int first, int all, LocalDateTime begin) {
        database.sql("set session cte_max_recursion_depth = " + ORDERS_AT_ONCE).update();
        database.sql(ORDERS)
                .param("first", first)
                .param("last", Math.min(all, first + ORDERS_AT_ONCE) - 1)
                .param("open", all - STILL_OPEN)
                .param("every", Duration.ofDays(DAYS * YEARS).toSeconds() / (double) all)
                .param("begin", begin)
                .update();
    }

    private void older(int years, LocalDate first) {
        var last = first.plusDays(DAYS_AT_ONCE - 1);
        var before = DAYS * years;
        unlessThere(
                "measured_day where measured_on between '" + first.minusDays(before) + "' and '"
                        + last.minusDays(before) + "'",
                () -> FIGURES_OF_OLDER.forEach(sql -> database.sql(sql)
                        .param("years", years)
                        .param("first", first)
                        .param("last", last)
                        .update()));
    }
}
