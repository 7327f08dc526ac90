package io.ordertrail.process.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.measure.Durations.Counted;

/**
 * The figures of a process. What is asked is the same for all of them: which process, version and period. Steps and
 * flows have the ids of the newest version, also where the figures are of an older one.
 */
@Component
@Transactional(readOnly = true)
public class ProcessFigures {

    /** Stands for all versions together. */
    public static final int ALL_VERSIONS = 0;

    private static final int NO_VERSION = -1;

    /**
     * What is asked.
     *
     * @param process the id of the process in its diagram
     * @param version its number, or {@link #ALL_VERSIONS}
     */
    public record Asked(String process, int version, Period period) {

        /** The same of another process. */
        public Asked in(String other) {
            return new Asked(other, version, period);
        }

        public Asked before() {
            return new Asked(process, version, period.before());
        }

        /**
         * The same of the version before.
         *
         * @param versions those that have figures, the newest first
         */
        public Asked ofVersionBefore(List<Integer> versions) {
            var before = versions.stream().filter(one -> one < version).findFirst();
            return new Asked(process, before.orElse(NO_VERSION), period);
        }
    }

    /**
     * A day of a process.
     *
     * @param durations of the instances that ended on it
     * @param open at its end: how many had begun and not ended
     */
    public record Day(LocalDate day, long started, long ended, long open, Durations durations) {}

    /**
     * A process instance that ended.
     *
     * @param subject the number of the order or purchase
     * @param path the ids of the steps that it passed, in sequence
     */
    public record Ended(
            String instance,
            String subject,
            int version,
            Instant from,
            Instant until,
            long duration,
            List<String> path) {}

    /**
     * A sequence of steps that instances took.
     *
     * @param durations of the instances that took it
     */
    public record Path(List<String> steps, Durations durations) {}

    /**
     * How smoothly the instances ran that ended.
     *
     * @param untouched how many passed no user task
     * @param repeating how many came to a step twice
     */
    public record Smoothness(long ended, long untouched, long repeating) {}

    /**
     * What people did at a step.
     *
     * @param role the group whose task it is; empty when the diagram names none
     * @param person empty unless the company wants to see persons
     * @param waited in milliseconds for all tasks together, until they were claimed
     * @param worked from then to their end
     */
    public record Tasks(String step, String role, String person, long tasks, long waited, long worked) {

        private Tasks at(String other) {
            return new Tasks(other, role, person, tasks, waited, worked);
        }

        Tasks withoutPerson() {
            return new Tasks(step, role, "", tasks, waited, worked);
        }

        /** Both together, told as work of this role and person. */
        public Tasks plus(Tasks more) {
            return new Tasks(step, role, person, tasks + more.tasks, waited + more.waited, worked + more.worked);
        }
    }

    /**
     * The steps of a process.
     *
     * @param late how often each took longer than its target
     */
    public record Steps(Map<String, Durations> durations, Map<String, Long> late) {}

    /** Reads stays at a step that ended on one day and took equally long. */
    private interface Stays {
        void read(String step, ResultSet row) throws SQLException;
    }

    private static final int STEP = 1;
    private static final int DAY = 2;
    private static final int DURATION = 3;
    private static final int TIMES = 4;
    private static final String ASKED = " process = :process and (:version = 0 or version = :version) and ";

    private final JdbcClient database;
    private final ReadStepIds readStepIds;
    private final MovedSteps movedSteps;

    ProcessFigures(JdbcClient database, ReadStepIds readStepIds, MovedSteps movedSteps) {
        this.database = database;
        this.readStepIds = readStepIds;
        this.movedSteps = movedSteps;
    }

    /** The versions that have figures, the newest first. */
    public List<Integer> versions(String process) {
        return database.sql("select distinct version from measured_day where process = :process order by version desc")
                .param("process", process)
                .query(Integer.class)
                .list();
    }

    /**
     * How long the steps took whose stays ended in the period, by the id of the step. Of all versions together a step also
     * has the figures of the process in which it was before.
     */
    public Map<String, Durations> steps(Asked asked) {
        var counts = new TreeMap<String, List<Counted>>();
        eachStay(asked, (step, row) -> add(counts, step, row));
        return durations(counts);
    }

    /** The same, and how often each step took longer than its target of the day on which it ended. */
    public Steps steps(Asked asked, Targets targets) {
        var counts = new TreeMap<String, List<Counted>>();
        var late = new HashMap<String, Long>();
        var shortest = targets.shortest().map(Duration::toMillis).orElse(Long.MAX_VALUE);
        eachStay(asked, (step, row) -> {
            add(counts, step, row);
            if (row.getLong(DURATION) > shortest) {
                count(late, step, row, targets);
            }
        });
        return new Steps(durations(counts), late);
    }

    /** Reads stays, also those from when their step was in another process; a diagram is asked once for each id. */
    private void eachStay(Asked asked, Stays stays) {
        var ids = readStepIds.of(asked.process());
        var newest = new HashMap<String, String>();
        stays(asked).query(row -> {
            stays.read(newest.computeIfAbsent(row.getString(STEP), ids::newest), row);
        });
        var elsewhere = new HashMap<String, Map<String, String>>();
        movedSteps
                .before(asked)
                .forEach(origin -> origin.ids()
                        .forEach(id -> elsewhere
                                .computeIfAbsent(origin.process(), process -> new HashMap<>())
                                .put(id, origin.step())));
        elsewhere.forEach((process, moved) -> stays(asked.in(process)).query(row -> {
            if (moved.containsKey(row.getString(STEP))) {
                stays.read(moved.get(row.getString(STEP)), row);
            }
        }));
    }

    private StatementSpec stays(Asked asked) {
        return ask(
                "select step, ended_on, duration, visits from measured_step where" + ASKED
                        + "ended_on between :first and :last",
                asked);
    }

    private static void add(Map<String, List<Counted>> counts, String step, ResultSet row) throws SQLException {
        counts.computeIfAbsent(step, any -> new ArrayList<>())
                .add(new Counted(row.getLong(DURATION), row.getLong(TIMES)));
    }

    private static Map<String, Durations> durations(Map<String, List<Counted>> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Durations(entry.getValue())));
    }

    /** How long one step took, as among all of them. */
    public Durations step(Asked asked, String step) {
        var ids = readStepIds.of(asked.process());
        var here = counted(asked, ids.all(step)).stream();
        var there = movedSteps.before(asked).stream()
                .filter(origin -> origin.step().equals(ids.newest(step)))
                .flatMap(origin -> counted(asked.in(origin.process()), origin.ids()).stream());
        return new Durations(Stream.concat(here, there).toList());
    }

    /** How long all stays at each step took together, in milliseconds. */
    public Map<String, Long> totals(Asked asked) {
        var ids = readStepIds.of(asked.process());
        var here = spent(asked).map(step -> Map.entry(ids.newest(step.getKey()), step.getValue()));
        var there = movedSteps.before(asked).stream()
                .flatMap(origin -> spent(asked.in(origin.process()))
                        .filter(step -> origin.ids().contains(step.getKey()))
                        .map(step -> Map.entry(origin.step(), step.getValue())));
        return Stream.concat(here, there).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private Stream<Map.Entry<String, Long>> spent(Asked asked) {
        return ask(
                "select step, sum(duration * visits) from measured_step where" + ASKED
                        + "ended_on between :first and :last group by step",
                asked)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream();
    }

    private List<Counted> counted(Asked asked, Set<String> steps) {
        return ask(
                        "select duration, sum(visits) from measured_step where" + ASKED
                                + "step in (:steps) and ended_on between :first and :last group by duration",
                        asked)
                .param("steps", steps)
                .query((row, number) -> new Counted(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** How many instances took longer than the target of all of the process on the day on which they ended. */
    public long late(Asked asked, Targets targets) {
        var late = new HashMap<String, Long>();
        targets.shortest(Target.WHOLE)
                .ifPresent(shortest -> ask(
                                "select '', ended_on, duration, count(*) from measured_instance where" + ASKED
                                        + "ended_on between :first and :last and duration > :shortest group by ended_on, duration",
                                asked)
                        .param("shortest", shortest.toMillis())
                        .query(row -> {
                            count(late, Target.WHOLE, row, targets);
                        }));
        return late.getOrDefault(Target.WHOLE, 0L);
    }

    private static void count(Map<String, Long> late, String step, ResultSet row, Targets targets) throws SQLException {
        var day = row.getObject(DAY, LocalDate.class);
        if (targets.isOver(day, step, Duration.ofMillis(row.getLong(DURATION)))) {
            late.merge(step, row.getLong(TIMES), Long::sum);
        }
    }

    /** What people did, by step and role; what waited the longest comes first. */
    public List<Tasks> tasks(Asked asked) {
        return tasks(asked, false);
    }

    /**
     * What people did, by step, role and person.
     *
     * @param persons whether those are told apart who did it
     */
    public List<Tasks> tasks(Asked asked, boolean persons) {
        var ids = readStepIds.of(asked.process());
        var here = done(asked).map(done -> done.at(ids.newest(done.step())));
        var there = movedSteps.before(asked).stream()
                .flatMap(origin -> done(asked.in(origin.process()))
                        .filter(done -> origin.ids().contains(done.step()))
                        .map(done -> done.at(origin.step())));
        return Stream.concat(here, there)
                .map(done -> persons ? done : done.withoutPerson())
                .collect(Collectors.groupingBy(
                        done -> List.of(done.step(), done.role(), done.person()),
                        LinkedHashMap::new,
                        Collectors.reducing(Tasks::plus)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Tasks::waited).reversed())
                .toList();
    }

    private Stream<Tasks> done(Asked asked) {
        return ask(
                "select step, role, person, sum(tasks) as tasks, sum(waited) as waited, sum(worked) as worked"
                        + " from measured_task where" + ASKED + "ended_on between :first and :last"
                        + " group by step, role, person order by step, role, person",
                asked)
                .query((row, number) -> new Tasks(
                        row.getString("step"),
                        row.getString("role"),
                        row.getString("person"),
                        row.getLong("tasks"),
                        row.getLong("waited"),
                        row.getLong("worked")))
                .list()
                .stream();
    }

    /** How often each flow was taken, by its id, also where it lay between the same steps in another process. */
    public Map<String, Long> flows(Asked asked) {
        var ids = readStepIds.of(asked.process());
        var here = passages(asked).map(flow -> Map.entry(ids.newest(flow.getKey()), flow.getValue()));
        var there = movedSteps.before(asked).stream()
                .flatMap(origin -> passages(asked.in(origin.process()))
                        .filter(flow -> origin.ids().contains(flow.getKey()))
                        .map(flow -> Map.entry(origin.step(), flow.getValue())));
        return Stream.concat(here, there).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private Stream<Map.Entry<String, Long>> passages(Asked asked) {
        return ask(
                "select flow, sum(passages) as passages from measured_flow where" + ASKED
                        + "taken_on between :first and :last group by flow",
                asked)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream();
    }

    /**
     * How the instances ended that took a flow out of a gateway.
     *
     * @return for each flow how many reached each end event, by their ids; an empty id for those that reached none
     */
    public Map<String, Map<String, Long>> ends(Asked asked) {
        var ids = readStepIds.of(asked.process());
        var ends = new TreeMap<String, Map<String, Long>>();
        ask(
                        "select flow, outcome, sum(instances) from measured_way where" + ASKED
                                + "ended_on between :first and :last group by flow, outcome",
                        asked)
                .query(row -> {
                    ends.computeIfAbsent(ids.newest(row.getString(1)), flow -> new TreeMap<>())
                            .merge(ids.newest(row.getString(2)), row.getLong(3), Long::sum);
                });
        return ends;
    }

    /** Every day of the period, also those on which nothing happened. */
    public List<Day> days(Asked asked) {
        var durations = new TreeMap<LocalDate, List<Counted>>();
        ask(
                        "select ended_on, duration from measured_instance where" + ASKED
                                + "ended_on between :first and :last",
                        asked)
                .query(row -> {
                    durations
                            .computeIfAbsent(row.getObject(1, LocalDate.class), day -> new ArrayList<>())
                            .add(new Counted(row.getLong(2), 1));
                });
        var counts = counts(asked);
        var open = openBefore(asked);
        var days = new ArrayList<Day>();
        for (var day = asked.period().first(); !day.isAfter(asked.period().last()); day = day.plusDays(1)) {
            var count = counts.getOrDefault(day, new long[2]);
            open += count[0] - count[1];
            days.add(new Day(day, count[0], count[1], open, new Durations(durations.getOrDefault(day, List.of()))));
        }
        return days;
    }

    private Map<LocalDate, long[]> counts(Asked asked) {
        var counts = new LinkedHashMap<LocalDate, long[]>();
        ask(
                        "select measured_on, sum(started), sum(ended) from measured_day where" + ASKED
                                + "measured_on between :first and :last group by measured_on",
                        asked)
                .query(row -> {
                    counts.put(row.getObject(1, LocalDate.class), new long[] {row.getLong(2), row.getLong(3)});
                });
        return counts;
    }

    private long openBefore(Asked asked) {
        return ask(
                        "select coalesce(sum(started - ended), 0) from measured_day where" + ASKED
                                + "measured_on < :first",
                        asked)
                .query(Long.class)
                .single();
    }

    /** How long the instances took that ended in the period. */
    public Durations instances(Asked asked) {
        return new Durations(ask(
                        "select duration, count(*) from measured_instance where" + ASKED
                                + "ended_on between :first and :last group by duration",
                        asked)
                .query((row, number) -> new Counted(row.getLong(1), row.getLong(2)))
                .list());
    }

    public Smoothness smoothness(Asked asked) {
        return ask(
                        "select count(*), coalesce(sum(case when tasks = 0 then 1 else 0 end), 0),"
                                + " coalesce(sum(case when repeats > 0 then 1 else 0 end), 0) from measured_instance where"
                                + ASKED + "ended_on between :first and :last",
                        asked)
                .query((row, number) -> new Smoothness(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    public List<Ended> slowest(Asked asked, int most) {
        var ids = readStepIds.of(asked.process());
        return ask(
                        "select m.*, p.steps from (select instance from measured_instance where" + ASKED
                                + "ended_on between :first and :last order by duration desc, instance limit " + most
                                + ") s join measured_instance m on m.instance = s.instance join measured_path p on p.process = m.process and p.path = m.path"
                                + " order by m.duration desc, m.instance",
                        asked)
                .query((row, number) -> ended(row, ids))
                .list();
    }

    /** The commonest sequences of steps, the commonest first. */
    public List<Path> paths(Asked asked, int most) {
        var byPath = new TreeMap<Long, List<Counted>>();
        ask(
                        "select path, duration, count(*) from measured_instance where" + ASKED
                                + "ended_on between :first and :last group by path, duration",
                        asked)
                .query(row -> {
                    byPath.computeIfAbsent(row.getLong(1), path -> new ArrayList<>())
                            .add(new Counted(row.getLong(2), row.getLong(3)));
                });
        var ids = readStepIds.of(asked.process());
        return joined(asked.process(), byPath, ids).entrySet().stream()
                .map(path -> Map.entry(path.getKey(), new Durations(path.getValue())))
                .sorted(Comparator.comparing(path -> -path.getValue().count()))
                .limit(most)
                .map(path -> new Path(stepsOf(asked.process(), path.getKey(), ids), path.getValue()))
                .toList();
    }

    /** Paths that differ in ids alone, or in where a step lies, are one; mostly there is nothing to compare. */
    private Map<Long, List<Counted>> joined(String process, Map<Long, List<Counted>> byPath, StepIds ids) {
        var beside = movedSteps.besidePaths(process);
        if (ids.isUnchanged() && beside.isEmpty()) {
            return byPath;
        }
        var shown = new HashMap<List<String>, Long>();
        var joined = new TreeMap<Long, List<Counted>>();
        newestFirst(process, byPath.keySet(), ids)
                .forEach((path, steps) -> joined.computeIfAbsent(
                                shown.computeIfAbsent(without(beside, steps), same -> path), any -> new ArrayList<>())
                        .addAll(byPath.get(path)));
        return joined;
    }

    /** The steps of paths; those come first that the newest version still has, and of them the longest. */
    private Map<Long, List<String>> newestFirst(String process, Collection<Long> paths, StepIds ids) {
        var steps = new LinkedHashMap<Long, List<String>>();
        paths.stream()
                .map(path -> Map.entry(path, stepsOf(process, path, ids)))
                .sorted(Comparator.comparing((Map.Entry<Long, List<String>> path) ->
                                !path.getValue().stream().allMatch(ids.newest()))
                        .thenComparing(path -> -path.getValue().size()))
                .forEach(path -> steps.put(path.getKey(), path.getValue()));
        return steps;
    }

    private static List<String> without(Set<String> beside, List<String> steps) {
        return steps.stream().filter(step -> !beside.contains(step)).toList();
    }

    private List<String> stepsOf(String process, long path, StepIds ids) {
        var steps = database.sql("select steps from measured_path where process = :process and path = :path")
                .param("process", process)
                .param("path", path)
                .query(String.class)
                .single();
        return steps(steps, ids);
    }

    private static List<String> steps(String steps, StepIds ids) {
        return Arrays.stream(steps.split(" ")).map(ids::newest).toList();
    }

    private StatementSpec ask(String sql, Asked asked) {
        return database.sql(sql)
                .param("process", asked.process())
                .param("version", asked.version())
                .param("first", asked.period().first())
                .param("last", asked.period().last());
    }

    private static Ended ended(ResultSet row, StepIds ids) throws SQLException {
        return new Ended(
                row.getString("instance"),
                row.getString("subject"),
                row.getInt("version"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("duration"),
                steps(row.getString("steps"), ids));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
