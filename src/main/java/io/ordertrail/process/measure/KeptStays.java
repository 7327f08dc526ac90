package io.ordertrail.process.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Keeps the longest stays at each step that ended on a day, because the history of the engine has no index by duration.
 * As many are kept as a list of the slowest has, so that the list of any period is complete.
 */
final class KeptStays {

    private static final int KEPT = 100;

    /** Nobody looks for the slowest among stays that take no time. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Stays that are compared with each other. */
    record Place(String process, String step, LocalDate day, int version) {}

    private record Kept(String stay, long duration) {
        private static final Comparator<Kept> LONGEST_FIRST =
                Comparator.comparing(Kept::duration).reversed().thenComparing(Kept::stay);
    }

    private static final String AT_PLACE =
            " from measured_stay where process = :process and step = :step and ended_on = :day and version = :version";
    private static final String ADD =
            "insert into measured_stay (process, step, ended_on, version, stay, instance, subject, started_at, ended_at,"
                    + " duration) values (?, ?, ?, ?, ?, ?, (select BUSINESS_KEY_ from ACT_HI_PROCINST where ID_ = ?), ?, ?, ?)";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    KeptStays(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    static boolean mayBeKept(StepVisit visit) {
        return visit.duration() >= LEAST.toMillis();
    }

    /** Keeps those that are among the longest of their places, and forgets what they push out. */
    void add(Map<Place, List<StepVisit>> ended) {
        batches.batchUpdate(
                ADD,
                ended.entrySet().stream()
                        .flatMap(at -> longest(at.getKey(), at.getValue()).map(visit -> row(at.getKey(), visit)))
                        .toList());
    }

    private Stream<StepVisit> longest(Place place, List<StepVisit> ended) {
        var before = kept(place);
        var longest = Stream.concat(
                        before.stream(), ended.stream().map(visit -> new Kept(visit.id(), visit.duration())))
                .sorted(Kept.LONGEST_FIRST)
                .limit(KEPT)
                .collect(Collectors.toSet());
        forget(place, before, longest);
        return ended.stream().filter(visit -> longest.contains(new Kept(visit.id(), visit.duration())));
    }

    private List<Kept> kept(Place place) {
        return at(place, "select stay, duration" + AT_PLACE)
                .query((row, number) -> new Kept(row.getString(1), row.getLong(2)))
                .list();
    }

    private void forget(Place place, Collection<Kept> before, Set<Kept> longest) {
        var gone = new HashSet<>(before);
        gone.removeAll(longest);
        if (!gone.isEmpty()) {
            at(place, "delete" + AT_PLACE + " and stay in (:gone)")
                    .param("gone", gone.stream().map(Kept::stay).toList())
                    .update();
        }
    }

    private StatementSpec at(Place place, String sql) {
        return database.sql(sql)
                .param("process", place.process())
                .param("step", place.step())
                .param("day", place.day())
                .param("version", place.version());
    }

    private static Object[] row(Place place, StepVisit visit) {
        return new Object[] {
            place.process(),
            place.step(),
            place.day(),
            place.version(),
            visit.id(),
            visit.instance(),
            visit.instance(),
            utc(visit.from()),
            utc(visit.until()),
            visit.duration()
        };
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
