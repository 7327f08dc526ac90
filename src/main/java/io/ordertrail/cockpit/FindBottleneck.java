package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/**
 * Finds the step that costs orders the most time. Only steps count at which the company itself has to do something: a
 * wait for the customer or the carrier is no bottleneck that it can widen.
 */
@Component
class FindBottleneck {

    private static final int WEEK = 7;
    private static final Set<String> OWN_WORK =
            Set.of("userTask", "serviceTask", "businessRuleTask", "scriptTask", "sendTask", "manualTask", "task");

    private record Spent(Asked asked, ProcessDefinition definition, FlowNode step, long total) {}

    private final ProcessFigures figures;
    private final RepositoryService repository;
    private final Clock clock;

    FindBottleneck(ProcessFigures figures, RepositoryService repository, Clock clock) {
        this.figures = figures;
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns nothing when no step of an order ended within the week. */
    Optional<Bottleneck> ofTheWeek() {
        return in(Period.endingOn(LocalDate.now(clock), WEEK));
    }

    Optional<Bottleneck> in(Period period) {
        var spent = Stream.of(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL)
                .flatMap(process -> spent(new Asked(process, ProcessFigures.ALL_VERSIONS, period)))
                .toList();
        return spent.stream()
                .max(Comparator.comparing(Spent::total))
                .filter(most -> most.total() > 0)
                .map(most -> bottleneck(most, spent));
    }

    private Stream<Spent> spent(Asked asked) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(asked.process())
                .latestVersion()
                .singleResult();
        if (definition == null) {
            return Stream.empty();
        }
        var totals = figures.totals(asked);
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                .filter(step -> OWN_WORK.contains(step.getElementType().getTypeName()))
                .filter(step -> totals.containsKey(step.getId()))
                .map(step -> new Spent(asked, definition, step, totals.get(step.getId())));
    }

    private Bottleneck bottleneck(Spent most, List<Spent> all) {
        var total = all.stream().mapToLong(Spent::total).sum();
        var id = most.step().getId();
        return new Bottleneck(
                most.definition().getName(),
                most.definition().getId(),
                id,
                name(most.step()),
                (double) most.total() / total,
                Heat.Took.of(figures.step(most.asked(), id)),
                Heat.Took.of(figures.step(most.asked().before(), id)));
    }

    private static String name(FlowNode step) {
        return step.getName() == null ? step.getId() : step.getName().replaceAll("\\s+", " ");
    }
}
