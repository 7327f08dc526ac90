package io.ordertrail.process.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

import io.ordertrail.process.difference.SameSteps;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/**
 * Finds the steps that an owner took out of one process and put into another one: files that were deployed together tell
 * that a step is gone from one diagram and has come into the other.
 */
@Component
public class MovedSteps {

    /**
     * Where a step was before.
     *
     * @param step its id, or that of a flow, in the process to which it came
     * @param process from which it came
     * @param ids all ids that it had there
     */
    public record Origin(String step, String process, Set<String> ids) {}

    /** Two versions of a process, one after the other. */
    private record Change(ProcessDefinition former, ProcessDefinition later) {}

    private static final int CACHED = 100;

    private final RepositoryService repository;
    private final ReadStepIds readStepIds;
    /** By the newest version: nobody changes a version once it is deployed. */
    private final Cache<String, List<Origin>> read =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private final Cache<String, Set<String>> beside =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    MovedSteps(RepositoryService repository, ReadStepIds readStepIds) {
        this.repository = repository;
        this.readStepIds = readStepIds;
    }

    /** Where steps were before, as far as that is asked for: the versions of another process are others. */
    public List<Origin> before(Asked asked) {
        return asked.version() == ProcessFigures.ALL_VERSIONS ? into(asked.process()) : List.of();
    }

    List<Origin> into(String process) {
        var newestFirst = readStepIds.versions(process);
        return newestFirst.isEmpty()
                ? List.of()
                : read.get(
                        newestFirst.get(0).getId(),
                        newest -> IntStream.range(1, newestFirst.size())
                                .mapToObj(at -> new Change(newestFirst.get(at), newestFirst.get(at - 1)))
                                .filter(this::isChange)
                                .flatMap(this::into)
                                .toList());
    }

    private Stream<Origin> into(Change change) {
        return deployedWith(change.later())
                .flatMap(other -> former(other).map(former -> new Change(former, other)))
                .filter(this::isChange)
                .flatMap(other -> moved(other, change));
    }

    private Stream<ProcessDefinition> former(ProcessDefinition later) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(later.getKey())
                .processDefinitionVersion(later.getVersion() - 1)
                .list()
                .stream();
    }

    private boolean isChange(Change change) {
        return !Arrays.equals(readStepIds.content(change.former()), readStepIds.content(change.later()));
    }

    private Stream<Origin> moved(Change from, Change to) {
        var steps = steps(from, to);
        return Stream.concat(steps.entrySet().stream(), flows(from, to, steps))
                .map(move -> new Origin(
                        readStepIds.of(to.later().getKey()).newest(move.getValue()),
                        from.former().getKey(),
                        readStepIds.of(from.former().getKey()).all(move.getKey())));
    }

    /** The later ids of the steps by the former ones. */
    private Map<String, String> steps(Change from, Change to) {
        var come = come(to);
        var renamed = between(from.former(), to.later());
        return gone(from).stream()
                .map(id -> Map.entry(id, come.contains(id) ? id : renamed.getOrDefault(id, "")))
                .filter(move -> come.contains(move.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A flow goes with the two steps between which it is. */
    private Stream<Map.Entry<String, String>> flows(Change from, Change to, Map<String, String> steps) {
        var later = ends(to.later(), id -> id);
        return ends(from.former(), steps::get).entrySet().stream()
                .filter(flow -> later.containsKey(flow.getKey()))
                .map(flow -> Map.entry(flow.getValue(), later.get(flow.getKey())));
    }

    /** The ids of flows by the two steps between which they are, as far as these have a name here. */
    private Map<List<String>, String> ends(ProcessDefinition version, UnaryOperator<String> name) {
        return elements(version, SequenceFlow.class)
                .filter(flow -> name.apply(flow.getSource().getId()) != null)
                .filter(flow -> name.apply(flow.getTarget().getId()) != null)
                .collect(Collectors.toMap(
                        flow -> List.of(
                                name.apply(flow.getSource().getId()),
                                name.apply(flow.getTarget().getId())),
                        SequenceFlow::getId,
                        (one, other) -> one));
    }

    /**
     * The steps by which paths of several versions do not differ: those that came from another process or went to one,
     * and the beginnings and ends of sub-processes that not all versions have.
     */
    Set<String> besidePaths(String process) {
        var newestFirst = readStepIds.versions(process);
        return newestFirst.size() < 2
                ? Set.of()
                : beside.get(newestFirst.get(0).getId(), newest -> besidePaths(process, newestFirst));
    }

    private Set<String> besidePaths(String process, List<ProcessDefinition> versions) {
        var ids = readStepIds.of(process);
        var came = into(process).stream().map(Origin::step);
        var went = versions.stream()
                .flatMap(this::deployedWith)
                .map(ProcessDefinition::getKey)
                .distinct()
                .flatMap(other -> into(other).stream())
                .filter(origin -> origin.process().equals(process))
                .flatMap(origin -> origin.ids().stream());
        return Stream.of(came, went, frames(versions))
                .flatMap(some -> some)
                .map(ids::newest)
                .collect(Collectors.toSet());
    }

    private Stream<String> frames(List<ProcessDefinition> versions) {
        var ofVersions = versions.stream().map(this::frames).distinct().toList();
        return ofVersions.stream()
                .flatMap(Set::stream)
                .filter(id -> !ofVersions.stream().allMatch(frames -> frames.contains(id)));
    }

    private Set<String> frames(ProcessDefinition version) {
        return elements(version, FlowNode.class)
                .filter(MovedSteps::isFrame)
                .filter(node -> node.getParentElement() instanceof SubProcess part && !part.triggeredByEvent())
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }

    private static boolean isFrame(FlowNode node) {
        return node instanceof StartEvent || node instanceof EndEvent;
    }

    private Stream<ProcessDefinition> deployedWith(ProcessDefinition version) {
        return repository.createProcessDefinitionQuery().deploymentId(version.getDeploymentId()).list().stream()
                .filter(other -> !other.getKey().equals(version.getKey()));
    }

    /** The ids of the steps that the later version does not have, under no other id either. */
    private Set<String> gone(Change change) {
        var going = steps(change.former());
        going.removeAll(steps(change.later()));
        going.removeAll(between(change.former(), change.later()).keySet());
        return going;
    }

    private Set<String> come(Change change) {
        var coming = steps(change.later());
        coming.removeAll(steps(change.former()));
        coming.removeAll(between(change.former(), change.later()).values());
        return coming;
    }

    private Map<String, String> between(ProcessDefinition former, ProcessDefinition later) {
        return SameSteps.between(readStepIds.content(former), readStepIds.content(later));
    }

    /** Every process has a beginning and ends of its own. */
    private Set<String> steps(ProcessDefinition version) {
        return elements(version, FlowNode.class)
                .filter(node -> !isFrame(node))
                .map(FlowNode::getId)
                .collect(Collectors.toSet());
    }

    private <T extends ModelElementInstance> Stream<T> elements(ProcessDefinition version, Class<T> type) {
        return repository.getBpmnModelInstance(version.getId()).getModelElementsByType(type).stream();
    }
}
