package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Sums up what happened in a span: the rows that are added to the figures. */
@Component
class MeasuredSpan {

    /**
     * What a figure is about.
     *
     * @param element a step or a flow; empty for the whole process
     */
    record Key(String process, LocalDate day, String element, int version, long duration) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::process)
                .thenComparing(Key::day)
                .thenComparing(Key::element)
                .thenComparing(Key::version)
                .thenComparing(Key::duration);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** An instance that ended, with the steps that it passed and the flows that it took out of gateways. */
    record Ended(InstanceRun run, LocalDate day, List<StepVisit> path, Set<String> ways) {

        long tasks() {
            return path.stream().filter(StepVisit::isUserTask).count();
        }

        /**
         * The id of the end event; null when it did not end at one. Of an end in an event sub-process, such as that of a
         * cancellation, the engine names only the sub-process.
         */
        String outcome() {
            var ends =
                    path.stream().filter(StepVisit::isEnd).map(StepVisit::step).toList();
            return run.outcome() == null || ends.isEmpty() || ends.contains(run.outcome())
                    ? run.outcome()
                    : ends.get(ends.size() - 1);
        }

        /** How often it came to a step again at which it had been. */
        long repeats() {
            return repeated().stream().mapToLong(Repeated::times).sum();
        }

        /** The steps to which it came again; the runs of a step that runs several times at once are none. */
        List<Repeated> repeated() {
            return path.stream()
                    .filter(StepVisit::isReachedByFlow)
                    .collect(Collectors.groupingBy(StepVisit::step, TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .filter(step -> step.getValue().size() > 1)
                    .map(step -> Repeated.of(
                            step.getKey(),
                            step.getValue().subList(1, step.getValue().size())))
                    .toList();
        }

        String steps() {
            return path.stream().map(StepVisit::step).collect(Collectors.joining(" "));
        }
    }

    /**
     * A step to which an instance came again.
     *
     * @param duration of the later visits together
     */
    record Repeated(String step, int times, long duration) {

        private static Repeated of(String step, List<StepVisit> again) {
            return new Repeated(
                    step,
                    again.size(),
                    again.stream().mapToLong(StepVisit::duration).sum());
        }
    }

    record Sums(
            Map<Key, Integer> steps,
            Map<Key, Integer> flows,
            Map<Key, Integer> started,
            Map<Key, Integer> endings,
            Map<TasksDone.Key, TasksDone.Sum> tasks,
            Map<KeptStays.Place, List<StepVisit>> slow,
            List<Ended> ended) {}

    private final EngineHistory history;
    private final FlowsTaken flowsTaken;
    private final TasksDone tasksDone;
    private final Clock clock;

    MeasuredSpan(EngineHistory history, FlowsTaken flowsTaken, TasksDone tasksDone, Clock clock) {
        this.history = history;
        this.flowsTaken = flowsTaken;
        this.tasksDone = tasksDone;
        this.clock = clock;
    }

    Sums of(Span span) {
        var visits = history.visits(span);
        var ended = ended(span);
        return new Sums(
                steps(span, visits),
                flows(span, visits),
                counted(history.started(span).stream()
                        .map(run -> whole(run, run.from()))
                        .toList()),
                counted(ended.stream()
                        .map(end -> whole(end.run(), end.run().until()))
                        .toList()),
                tasksDone.in(span, visits),
                slow(span, visits),
                ended);
    }

    private Map<Key, Integer> steps(Span span, List<StepVisit> visits) {
        return counted(visits.stream()
                .filter(visit -> visit.isCounted() && span.contains(visit.until()))
                .map(visit -> key(visit, visit.until(), visit.step(), visit.duration()))
                .toList());
    }

    private Map<KeptStays.Place, List<StepVisit>> slow(Span span, List<StepVisit> visits) {
        return visits.stream()
                .filter(visit -> visit.isCounted() && span.contains(visit.until()) && KeptStays.mayBeKept(visit))
                .collect(Collectors.groupingBy(visit ->
                        new KeptStays.Place(visit.process(), visit.step(), day(visit.until()), visit.version())));
    }

    private Map<Key, Integer> flows(Span span, List<StepVisit> visits) {
        return counted(flowsTaken.in(span, visits).stream()
                .map(passage -> key(passage.visit(), passage.visit().from(), passage.flow(), 0))
                .toList());
    }

    private List<Ended> ended(Span span) {
        var runs = history.ended(span);
        var instances = runs.stream().map(InstanceRun::instance).collect(Collectors.toSet());
        var visits = history.visits(instances);
        var ways = flowsTaken.outOfGateways(visits);
        var onPath = visits.stream()
                .filter(StepVisit::isOnPath)
                .sorted(StepVisit.IN_SEQUENCE)
                .collect(Collectors.groupingBy(StepVisit::instance));
        return runs.stream()
                .map(run -> new Ended(
                        run,
                        day(run.until()),
                        onPath.getOrDefault(run.instance(), List.of()),
                        ways.getOrDefault(run.instance(), Set.of())))
                .toList();
    }

    private static Map<Key, Integer> counted(Collection<Key> keys) {
        return keys.stream().collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.summingInt(key -> 1)));
    }

    private Key key(StepVisit visit, Instant at, String element, long duration) {
        return new Key(visit.process(), day(at), element, visit.version(), duration);
    }

    private Key whole(InstanceRun run, Instant at) {
        return new Key(run.process(), day(at), "", run.version(), 0);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
