package io.ordertrail.process.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Finds the flows by which instances came to elements. The engine records elements and not flows, so each stay is taken
 * to have come from the element before it that the instance left last.
 */
@Component
class FlowsTaken {

    /** A flow and the stay to which it led. */
    record Passage(String flow, StepVisit visit) {}

    private final RepositoryService repository;
    private final EngineHistory history;

    FlowsTaken(RepositoryService repository, EngineHistory history) {
        this.repository = repository;
        this.history = history;
    }

    /**
     * Finds the flows that were taken in a span. An element is nearly always left in the moment in which the next one is
     * reached; where it was left earlier, all of the instance is read.
     *
     * @param visits that began or ended in the span
     */
    List<Passage> in(Span span, Collection<StepVisit> visits) {
        Predicate<StepVisit> began = visit -> span.contains(visit.from());
        var diagrams = new Diagrams(repository);
        var found = passages(diagrams, visits, began);
        var explained = found.stream().map(passage -> passage.visit().id()).collect(Collectors.toSet());
        var open = visits.stream()
                .filter(began)
                .filter(visit -> !explained.contains(visit.id())
                        && !incoming(diagrams, visit).isEmpty())
                .collect(Collectors.toMap(StepVisit::id, StepVisit::instance));
        var reread = history.visits(Set.copyOf(open.values()));
        return Stream.concat(found.stream(), passages(diagrams, reread, visit -> open.containsKey(visit.id())).stream())
                .toList();
    }

    /**
     * Finds the flows out of gateways with several ways that instances took.
     *
     * @param visits all of these instances
     * @return the ids of the flows by instance
     */
    Map<String, Set<String>> outOfGateways(Collection<StepVisit> visits) {
        var diagrams = new Diagrams(repository);
        return passages(diagrams, visits, visit -> true).stream()
                .filter(passage -> diagrams.isWay(passage.visit().definition(), passage.flow()))
                .collect(Collectors.groupingBy(
                        passage -> passage.visit().instance(),
                        Collectors.mapping(Passage::flow, Collectors.toCollection(TreeSet::new))));
    }

    private static List<Passage> passages(
            Diagrams diagrams, Collection<StepVisit> visits, Predicate<StepVisit> wanted) {
        return visits.stream().collect(Collectors.groupingBy(FlowsTaken::place)).values().stream()
                .flatMap(together -> passagesAmong(
                        diagrams,
                        together.stream().sorted(StepVisit.IN_SEQUENCE).toList(),
                        wanted))
                .toList();
    }

    private static Stream<Passage> passagesAmong(
            Diagrams diagrams, List<StepVisit> inSequence, Predicate<StepVisit> wanted) {
        return Stream.iterate(0, at -> at < inSequence.size(), at -> at + 1)
                .filter(at -> wanted.test(inSequence.get(at)))
                .flatMap(at -> into(diagrams, inSequence, at).stream());
    }

    private static Optional<Passage> into(Diagrams diagrams, List<StepVisit> inSequence, int at) {
        var visit = inSequence.get(at);
        var bySource = incoming(diagrams, visit);
        for (var earlier = at - 1; earlier >= 0 && !bySource.isEmpty(); earlier--) {
            var left = inSequence.get(earlier);
            if (left.endedBefore(visit) && bySource.containsKey(left.step())) {
                return Optional.of(new Passage(bySource.get(left.step()), visit));
            }
        }
        return Optional.empty();
    }

    /** The flows into the element of a visit, by the element from which they come. */
    private static Map<String, String> incoming(Diagrams diagrams, StepVisit visit) {
        return visit.isReachedByFlow() ? diagrams.flowsInto(visit.definition(), visit.step()) : Map.of();
    }

    private static List<String> place(StepVisit visit) {
        return List.of(visit.instance(), visit.scope());
    }
}
