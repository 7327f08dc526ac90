package io.ordertrail.process.measure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.MeasuredSpan.Ended;
import io.ordertrail.process.measure.MeasuredSpan.Key;
import io.ordertrail.process.measure.MeasuredSpan.Sums;

/** Writes the figures, and how far they reach. */
@Component
class MeasureBooks {

    private static final String ADD_STEPS =
            "insert into measured_step (process, ended_on, step, version, duration, visits)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update visits = visits + values(visits)";
    private static final String ADD_FLOWS = "insert into measured_flow (process, taken_on, flow, version, passages)"
            + " values (?, ?, ?, ?, ?) on duplicate key update passages = passages + values(passages)";
    private static final String ADD_DAYS =
            "insert into measured_day (process, measured_on, version, started, ended) values (?, ?, ?, ?, ?)"
                    + " on duplicate key update started = started + values(started), ended = ended + values(ended)";
    private static final String ADD_INSTANCE = """
      insert into measured_instance
      (instance, process, version, subject, started_at, ended_at, ended_on, duration, tasks, repeats, outcome, path)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_REPEAT =
            "insert into measured_repeat (process, ended_on, step, instance, version, repeats, duration)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_WAYS =
            "insert into measured_way (process, ended_on, flow, version, outcome, instances)"
                    + " values (?, ?, ?, ?, ?, ?) on duplicate key update instances = instances + values(instances)";
    private static final String ADD_PATH = "insert into measured_path (process, path, steps) values (?, ?, ?)"
            + " on duplicate key update steps = values(steps)";
    private static final String ADD_TASKS =
            "insert into measured_task (process, ended_on, step, version, role, person, tasks, waited, worked)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update tasks = tasks + values(tasks),"
                    + " waited = waited + values(waited), worked = worked + values(worked)";
    private static final Map<String, String> DAY_OF = Map.of(
            "measured_step", "ended_on",
            "measured_task", "ended_on",
            "measured_repeat", "ended_on",
            "measured_stay", "ended_on",
            "measured_way", "ended_on",
            "measured_flow", "taken_on",
            "measured_day", "measured_on",
            "measured_instance", "ended_on");

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final KeptStays keptStays;

    MeasureBooks(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
        this.keptStays = new KeptStays(database, batches);
    }

    /**
     * How far the figures reach.
     *
     * @param until null when nothing is measured yet
     * @param againFrom the day from which they are to be measured again; null when they are not
     */
    record Progress(Instant until, LocalDate againFrom) {}

    /** A flow that instances took, and the end event that they reached. */
    private record Way(String process, LocalDate day, String flow, int version, String outcome)
            implements Comparable<Way> {

        Way(String flow, Ended end) {
            this(
                    end.run().process(),
                    end.day(),
                    flow,
                    end.run().version(),
                    Optional.ofNullable(end.outcome()).orElse(""));
        }

        @Override
        public int compareTo(Way other) {
            return toString().compareTo(other.toString());
        }
    }

    Progress progress() {
        return database.sql("select measured_until, again_from from measure_progress")
                .query((row, number) -> new Progress(
                        Optional.ofNullable(row.getObject("measured_until", LocalDateTime.class))
                                .map(at -> at.toInstant(ZoneOffset.UTC))
                                .orElse(null),
                        row.getObject("again_from", LocalDate.class)))
                .single();
    }

    /** Claims a part of the history; false when another node has measured it meanwhile. */
    boolean advance(Instant from, Instant to) {
        return database.sql("update measure_progress set measured_until = :to where again_from is null and "
                                + (from == null ? "measured_until is null" : "measured_until = :from"))
                        .param("from", from == null ? null : utc(from))
                        .param("to", utc(to))
                        .update()
                == 1;
    }

    /**
     * Has the figures from a day on deleted and measured again.
     *
     * @param since the beginning of that day
     */
    void measureAgain(LocalDate from, Instant since) {
        database.sql("update measure_progress set measured_until = :since, again_from = :from")
                .param("since", utc(since))
                .param("from", from)
                .update();
    }

    /** Takes the lock under which one node at a time changes the figures. */
    void lock() {
        database.sql("select id from measure_progress for update")
                .query(Integer.class)
                .single();
    }

    /** Deletes the figures from a day to the next one on which an instance began or ended; that one is next. */
    void forget(LocalDate from) {
        var next = database.sql("select min(measured_on) from measured_day where measured_on > :from")
                .param("from", from)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        database.sql("select distinct process from measured_day")
                .query(String.class)
                .list()
                .forEach(process ->
                        forget(process, from, next.map(day -> day.minusDays(1)).orElse(LAST_DAY)));
        database.sql("update measure_progress set again_from = :next")
                .param("next", next.orElse(null))
                .update();
    }

    private void forget(String process, LocalDate first, LocalDate last) {
        DAY_OF.forEach((table, column) -> database.sql("delete from " + table + " where process = :process and "
                        + column + " between :first and :last")
                .param("process", process)
                .param("first", first)
                .param("last", last)
                .update());
    }

    /**
     * The last day of which only the figures know everything, because the engine has removed instances that ended then
     * and had outlived the time for which it keeps them.
     */
    Optional<LocalDate> lastDayWithoutHistory(Instant now) {
        return database.sql(
                        "select max(m.ended_on) from measured_instance m join ACT_RE_PROCDEF d on d.KEY_ = m.process"
                                + " and d.VERSION_ = m.version where timestampadd(day, d.HISTORY_TTL_, m.started_at) < :now"
                                + " and not exists (select 1 from ACT_HI_PROCINST p where p.ID_ = m.instance)")
                .param("now", utc(now))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    void add(Sums sums) {
        addSteps(sums.steps());
        batch(ADD_FLOWS, sums.flows().entrySet().stream().map(flow -> new Object[] {
            flow.getKey().process(),
            flow.getKey().day(),
            flow.getKey().element(),
            flow.getKey().version(),
            flow.getValue()
        }));
        batch(ADD_DAYS, sums.started().entrySet().stream().map(day -> dayRow(day.getKey(), day.getValue(), 0)));
        batch(ADD_DAYS, sums.endings().entrySet().stream().map(day -> dayRow(day.getKey(), 0, day.getValue())));
        batch(ADD_TASKS, sums.tasks().entrySet().stream().map(row -> taskRow(row.getKey(), row.getValue())));
        keptStays.add(sums.slow());
        addInstances(sums.ended());
    }

    private void addSteps(Map<Key, Integer> steps) {
        batch(ADD_STEPS, steps.entrySet().stream().map(row -> new Object[] {
            row.getKey().process(),
            row.getKey().day(),
            row.getKey().element(),
            row.getKey().version(),
            row.getKey().duration(),
            row.getValue()
        }));
    }

    private void addInstances(Collection<Ended> ended) {
        batch(ADD_INSTANCE, ended.stream().map(MeasureBooks::instanceRow));
        batch(ADD_REPEAT, ended.stream().flatMap(MeasureBooks::repeatRows));
        batch(ADD_WAYS, ways(ended).entrySet().stream().map(way -> wayRow(way.getKey(), way.getValue())));
        batch(
                ADD_PATH,
                ended.stream()
                        .map(end -> List.<Object>of(end.run().process(), number(end.steps()), end.steps()))
                        .distinct()
                        .map(List::toArray));
    }

    private static Object[] instanceRow(Ended end) {
        var run = end.run();
        return new Object[] {
            run.instance(),
            run.process(),
            run.version(),
            run.subject(),
            utc(run.from()),
            utc(run.until()),
            end.day(),
            run.duration(),
            end.tasks(),
            end.repeats(),
            end.outcome(),
            number(end.steps())
        };
    }

    private static Stream<Object[]> repeatRows(Ended end) {
        var run = end.run();
        return end.repeated().stream().map(again -> new Object[] {
            run.process(), end.day(), again.step(), run.instance(), run.version(), again.times(), again.duration()
        });
    }

    /** How many instances took each way, by their ends. */
    private static Map<Way, Integer> ways(Collection<Ended> ended) {
        return ended.stream()
                .flatMap(end -> end.ways().stream().map(flow -> new Way(flow, end)))
                .collect(Collectors.groupingBy(way -> way, TreeMap::new, Collectors.summingInt(way -> 1)));
    }

    private static Object[] wayRow(Way way, int instances) {
        return new Object[] {way.process(), way.day(), way.flow(), way.version(), way.outcome(), instances};
    }

    private static Object[] taskRow(TasksDone.Key key, TasksDone.Sum sum) {
        return new Object[] {
            key.process(),
            key.day(),
            key.step(),
            key.version(),
            key.role(),
            key.person(),
            sum.tasks(),
            sum.waited(),
            sum.worked()
        };
    }

    private static Object[] dayRow(Key key, int started, int ended) {
        return new Object[] {key.process(), key.day(), key.version(), started, ended};
    }

    private void batch(String sql, Stream<Object[]> rows) {
        batches.batchUpdate(sql, rows.toList());
    }

    /** Half of a hash: a short key for a long list of steps. */
    private static long number(String steps) {
        return UUID.nameUUIDFromBytes(steps.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
