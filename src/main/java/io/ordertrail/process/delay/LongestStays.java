package io.ordertrail.process.delay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.measure.MovedSteps;
import io.ordertrail.process.measure.ProcessFigures.Asked;
import io.ordertrail.process.measure.ReadStepIds;

/** Reads the longest stays at a step, also those from when it had another id or lay in another process. */
@Component
@Transactional(readOnly = true)
public class LongestStays {

    /**
     * A stay that ended.
     *
     * @param subject the number of the order or purchase; may be null
     * @param duration in milliseconds
     */
    public record Stay(
            String id, String instance, String subject, int version, Instant from, Instant until, long duration) {

        private static final Comparator<Stay> LONGEST_FIRST =
                Comparator.comparing(Stay::duration).reversed().thenComparing(Stay::id);
    }

    private static final String LONGEST =
            "select stay, instance, subject, version, started_at, ended_at, duration from measured_stay where process ="
                    + " :process and (:version = 0 or version = :version) and step in (:steps) and ended_on between :first and"
                    + " :last and duration > :longerThan order by duration desc, stay limit ";

    private final JdbcClient database;
    private final ReadStepIds readStepIds;
    private final MovedSteps movedSteps;

    LongestStays(JdbcClient database, ReadStepIds readStepIds, MovedSteps movedSteps) {
        this.database = database;
        this.readStepIds = readStepIds;
        this.movedSteps = movedSteps;
    }

    /** The longest stays that ended in the period, the longest first. */
    public List<Stay> at(Asked asked, String step, int most) {
        return longer(asked, step, 0, most);
    }

    /**
     * Those that took longer.
     *
     * @param longerThan in milliseconds
     */
    List<Stay> longer(Asked asked, String step, long longerThan, int most) {
        var ids = readStepIds.of(asked.process());
        var here = longest(asked, ids.all(step), longerThan, most);
        var there = movedSteps.before(asked).stream()
                .filter(origin -> origin.step().equals(ids.newest(step)))
                .flatMap(origin -> longest(asked.in(origin.process()), origin.ids(), longerThan, most));
        return Stream.concat(here, there).sorted(Stay.LONGEST_FIRST).limit(most).toList();
    }

    private Stream<Stay> longest(Asked asked, Collection<String> steps, long longerThan, int most) {
        return database
                .sql(LONGEST + most)
                .param("process", asked.process())
                .param("version", asked.version())
                .param("steps", steps)
                .param("first", asked.period().first())
                .param("last", asked.period().last())
                .param("longerThan", longerThan)
                .query(LongestStays::stay)
                .list()
                .stream();
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                row.getString("stay"),
                row.getString("instance"),
                row.getString("subject"),
                row.getInt("version"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("duration"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
