package io.ordertrail.process.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs of a process that could start now and that nobody has started: how many, and since when. */
@Component
public class DueJobs {

    /**
     * The backlog of a process.
     *
     * @param oldest since when the oldest of them could have started; null when there are none
     */
    public record Due(long jobs, Instant oldest) {}

    /** The engine's own query also counts jobs in execution, and it does not tell the age of a job without a due date. */
    private static final String DUE = """
            select count(*) as jobs, min(coalesce(DUEDATE_, CREATE_TIME_)) as oldest from ACT_RU_JOB
            where PROCESS_DEF_KEY_ = :process and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
            and (DUEDATE_ is null or DUEDATE_ <= :now) and (LOCK_OWNER_ is null or LOCK_EXP_TIME_ < :now)
            """;

    private final JdbcClient database;
    private final Clock clock;

    DueJobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Due of(String process) {
        return database.sql(DUE)
                .param("process", process)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Due(
                        row.getLong("jobs"),
                        Optional.ofNullable(row.getTimestamp("oldest"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .single();
    }
}
