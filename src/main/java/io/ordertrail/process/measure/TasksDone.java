package io.ordertrail.process.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sums up the tasks that people did in a span: how long they waited until they were claimed, and the work after that. */
@Component
class TasksDone {

    /** Whose tasks are summed up together. */
    record Key(String process, LocalDate day, String step, int version, String role, String person)
            implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Durations are in milliseconds. */
    record Sum(int tasks, long waited, long worked) {

        Sum plus(Sum more) {
            return new Sum(tasks + more.tasks, waited + more.waited, worked + more.worked);
        }
    }

    private final EngineHistory history;
    private final Clock clock;
    private final boolean persons;

    /**
     * @param persons whether the figures name who did the tasks
     */
    TasksDone(EngineHistory history, Clock clock, @Value("${ordertrail.measures.persons:false}") boolean persons) {
        this.history = history;
        this.clock = clock;
        this.persons = persons;
    }

    Map<Key, Sum> in(Span span, Collection<StepVisit> visits) {
        var done = visits.stream()
                .filter(visit -> visit.task() != null && span.contains(visit.until()))
                .toList();
        var links = history.links(done.stream().map(StepVisit::task).toList()).stream()
                .collect(Collectors.groupingBy(TaskLink::task));
        var sums = new TreeMap<Key, Sum>();
        done.forEach(visit -> {
            var those = links.getOrDefault(visit.task(), List.of());
            sums.merge(key(visit, those), sum(visit, those), Sum::plus);
        });
        return sums;
    }

    private Key key(StepVisit visit, List<TaskLink> links) {
        return new Key(
                visit.process(),
                LocalDate.ofInstant(visit.until(), clock.getZone()),
                visit.step(),
                visit.version(),
                last(links, TaskLink::isGroup, TaskLink::group),
                persons ? last(links, TaskLink::isClaim, TaskLink::person) : "");
    }

    /** A task that nobody claimed waited to its end. */
    private static Sum sum(StepVisit visit, List<TaskLink> links) {
        var claimed = links.stream()
                .filter(TaskLink::isClaim)
                .map(TaskLink::at)
                .filter(at -> at.isBefore(visit.until()))
                .reduce((first, second) -> second)
                .orElse(visit.until());
        var waited = Math.max(0, between(visit.from(), claimed));
        return new Sum(1, waited, between(visit.from(), visit.until()) - waited);
    }

    private static long between(Instant from, Instant until) {
        return Duration.between(from, until).toMillis();
    }

    private static String last(List<TaskLink> links, Predicate<TaskLink> which, Function<TaskLink, String> what) {
        return links.stream()
                .filter(which)
                .map(what)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse("");
    }
}
