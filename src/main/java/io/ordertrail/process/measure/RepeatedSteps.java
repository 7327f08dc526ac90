package io.ordertrail.process.measure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.measure.ProcessFigures.Asked;

/** Finds the steps to which instances came again, and those instances. */
@Component
@Transactional(readOnly = true)
public class RepeatedSteps {

    /**
     * A step to which instances came again.
     *
     * @param times how often they did so, beyond the first time
     * @param duration of these later visits together, in milliseconds
     */
    public record Repeated(String step, long instances, long times, long duration) {

        private Repeated plus(Repeated more) {
            return new Repeated(step, instances + more.instances, times + more.times, duration + more.duration);
        }
    }

    /**
     * An instance that came to a step again.
     *
     * @param subject the number of the order or purchase; may be null
     * @param times how often, beyond the first time
     * @param duration of these later visits together, in milliseconds
     */
    public record Again(String instance, String subject, int version, long times, long duration, Instant until) {}

    private static final String ASKED = " r.process = :process and (:version = 0 or r.version = :version)"
            + " and r.ended_on between :first and :last";

    private final JdbcClient database;
    private final ReadStepIds readStepIds;

    RepeatedSteps(JdbcClient database, ReadStepIds readStepIds) {
        this.database = database;
        this.readStepIds = readStepIds;
    }

    /** The steps to which instances came again that ended in the period; what took the longest comes first. */
    public List<Repeated> of(Asked asked) {
        var ids = readStepIds.of(asked.process());
        return ask(
                        "select step, count(*), sum(repeats), sum(duration) from measured_repeat r where" + ASKED
                                + " group by step",
                        asked)
                .query((row, number) ->
                        new Repeated(ids.newest(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Repeated::step, LinkedHashMap::new, Collectors.reducing(Repeated::plus)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Repeated::duration).reversed().thenComparing(Repeated::step))
                .toList();
    }

    /** The instances that came to a step again; those for which it took the longest come first. */
    public List<Again> instances(Asked asked, String step, int most) {
        return ask(
                        "select r.instance, m.subject, r.version, r.repeats, r.duration, m.ended_at from"
                                + " measured_repeat r join measured_instance m on m.instance = r.instance where" + ASKED
                                + " and r.step in (:steps) order by r.duration desc, r.instance limit " + most,
                        asked)
                .param("steps", readStepIds.of(asked.process()).all(step))
                .query((row, number) -> new Again(
                        row.getString("instance"),
                        row.getString("subject"),
                        row.getInt("version"),
                        row.getLong("repeats"),
                        row.getLong("duration"),
                        row.getObject("ended_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    private StatementSpec ask(String sql, Asked asked) {
        return database.sql(sql)
                .param("process", asked.process())
                .param("version", asked.version())
                .param("first", asked.period().first())
                .param("last", asked.period().last());
    }
}
