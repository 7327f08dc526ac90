package io.ordertrail.platform.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.schedule.CachedReading;

/** The backlog of the engine's jobs, over all nodes. */
@Component
class JobBacklog {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    /**
     * The jobs that the engine would acquire now. Its query API also counts jobs in execution, and it does not give the
     * age of a job without a due date.
     */
    private static final String DUE = """
      select count(*) as jobs, min(coalesce(DUEDATE_, CREATE_TIME_)) as oldest from ACT_RU_JOB
      where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= :now)
        and (LOCK_OWNER_ is null or LOCK_EXP_TIME_ < :now)""";

    /**
     * @param due jobs that could start now
     * @param lag how long ago the oldest of them could have started
     * @param incidents jobs that failed too often and wait for a person
     */
    record Backlog(long due, Duration lag, long incidents) {}

    private final JdbcClient database;
    private final CachedReading<Backlog> backlog;

    JobBacklog(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.backlog = new CachedReading<>(() -> reading.execute(status -> read(clock.instant())), MAX_AGE);
    }

    /** Returns the backlog, at most five seconds old; empty if the database does not answer. */
    Optional<Backlog> now() {
        return backlog.value();
    }

    private Backlog read(Instant now) {
        var incidents = database.sql("select count(*) from ACT_RU_INCIDENT")
                .query(Long.class)
                .single();
        return database.sql(DUE)
                .param("now", Timestamp.from(now))
                .query((row, number) ->
                        new Backlog(row.getLong("jobs"), lag(row.getTimestamp("oldest"), now), incidents))
                .single();
    }

    private static Duration lag(Timestamp oldest, Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
    }
}
