package io.ordertrail.process.delay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadStepIds;
import io.ordertrail.process.measure.ReadTargets;
import io.ordertrail.process.measure.StepIds;
import io.ordertrail.process.measure.Target;
import io.ordertrail.process.measure.Targets;

/** Finds what is open for longer than its target of today, or has used most of it. */
@Component
@Transactional(readOnly = true)
public class OpenDelays {

    /**
     * An instance that is open, or is at a step.
     *
     * @param step the id in the newest version; {@link Target#WHOLE} for the instance from its start
     * @param subject the number of the order or purchase; may be null
     */
    public record Delay(String step, String subject, int version, Instant since, Duration used, Duration target) {

        public boolean isOver() {
            return used.compareTo(target) > 0;
        }

        /** The part of the target that is used: 1 when all of it is. */
        public double share() {
            return (double) used.toMillis() / target.toMillis();
        }

        private boolean isNear() {
            return used.compareTo(Target.nearlyUsed(target)) > 0;
        }
    }

    /** The engine's own queries do not tell since when an instance has been at a step. */
    private static final String STEPS = """
            select distinct h.ID_, h.ACT_ID_ as step, h.START_TIME_ as since, p.BUSINESS_KEY_ as subject, d.VERSION_ as version
            from ACT_RE_PROCDEF d join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_
            join ACT_RU_EXECUTION p on p.ID_ = e.PROC_INST_ID_ join ACT_HI_ACTINST h on h.ID_ = e.ACT_INST_ID_
            where d.KEY_ = :process and (:version = 0 or d.VERSION_ = :version) and h.END_TIME_ is null
            and h.ACT_TYPE_ <> 'multiInstanceBody' and h.START_TIME_ < :before
            """;

    private static final String INSTANCES = """
            select '' as step, h.START_TIME_ as since, h.BUSINESS_KEY_ as subject, d.VERSION_ as version
            from ACT_RE_PROCDEF d join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_ and e.PARENT_ID_ is null
            join ACT_HI_PROCINST h on h.ID_ = e.PROC_INST_ID_
            where d.KEY_ = :process and (:version = 0 or d.VERSION_ = :version) and h.START_TIME_ < :before
            """;

    private final JdbcClient database;
    private final ReadTargets readTargets;
    private final ReadStepIds readStepIds;
    private final Clock clock;

    OpenDelays(JdbcClient database, ReadTargets readTargets, ReadStepIds readStepIds, Clock clock) {
        this.database = database;
        this.readTargets = readTargets;
        this.readStepIds = readStepIds;
        this.clock = clock;
    }

    /** What is over its target or near it; what has used the largest part of its target comes first. */
    public List<Delay> of(Asked asked) {
        var targets = readTargets.of(asked.process());
        return targets.shortest()
                .map(shortest -> near(asked, targets, shortest))
                .orElse(List.of());
    }

    private List<Delay> near(Asked asked, Targets targets, Duration shortest) {
        var before = clock.instant().minus(Target.nearlyUsed(shortest));
        return Stream.concat(
                        read(STEPS, asked, targets, before).stream(), read(INSTANCES, asked, targets, before).stream())
                .flatMap(Optional::stream)
                .filter(Delay::isNear)
                .sorted(Comparator.comparing(Delay::share)
                        .reversed()
                        .thenComparing(Delay::since)
                        .thenComparing(delay -> String.valueOf(delay.subject())))
                .toList();
    }

    private List<Optional<Delay>> read(String sql, Asked asked, Targets targets, Instant before) {
        var ids = readStepIds.of(asked.process());
        return database.sql(sql)
                .param("process", asked.process())
                .param("version", asked.version())
                .param("before", Timestamp.from(before))
                .query((row, number) -> delay(row, ids, targets))
                .list();
    }

    private Optional<Delay> delay(ResultSet row, StepIds ids, Targets targets) throws SQLException {
        var step = ids.newest(row.getString("step"));
        var since = row.getTimestamp("since").toInstant();
        var subject = row.getString("subject");
        var version = row.getInt("version");
        return targets.on(LocalDate.now(clock), step)
                .filter(target -> !target.isZero())
                .map(target ->
                        new Delay(step, subject, version, since, Duration.between(since, clock.instant()), target));
    }
}
