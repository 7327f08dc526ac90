package io.ordertrail.process.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.springframework.stereotype.Component;

import io.ordertrail.process.difference.SameSteps;

/**
 * Finds the steps that an owner took out of one process and put into another one: files that were deployed together tell
 * that a step is gone from one diagram and has come into the other.
 */
@Component
class MovedSteps {

    /**
     * Where a step was before.
     *
     * @param step its id in the process to which it came
     * @param process from which it came
     * @param ids all ids that it had there
     */
    record Origin(String step, String process, Set<String> ids) {}

    /** Two versions of a process, one after the other. */
    private record Change(ProcessDefinition former, ProcessDefinition later) {}

    private static final int CACHED = 100;

    private final RepositoryService repository;
    private final ReadStepIds readStepIds;
    /** By the newest version: nobody changes a version once it is deployed. */
    private final Cache<String, List<Origin>> read =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    MovedSteps(RepositoryService repository, ReadStepIds readStepIds) {
        this.repository = repository;
        this.readStepIds = readStepIds;
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
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(change.later().getDeploymentId())
                .list()
                .stream()
                .filter(other -> !other.getKey().equals(change.later().getKey()))
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
        var gone = gone(from);
        var come = come(to);
        var renamed = between(from.former(), to.later());
        return gone.stream()
                .map(id -> Map.entry(id, come.contains(id) ? id : renamed.getOrDefault(id, "")))
                .filter(move -> come.contains(move.getValue()))
                .map(move -> new Origin(
                        readStepIds.of(to.later().getKey()).newest(move.getValue()),
                        from.former().getKey(),
                        readStepIds.of(from.former().getKey()).all(move.getKey())));
    }

    /** The ids of the steps that the later version does not have, under no other id either. */
    private Set<String> gone(Change change) {
        var going = activities(change.former());
        going.removeAll(activities(change.later()));
        going.removeAll(between(change.former(), change.later()).keySet());
        return going;
    }

    private Set<String> come(Change change) {
        var coming = activities(change.later());
        coming.removeAll(activities(change.former()));
        coming.removeAll(between(change.former(), change.later()).values());
        return coming;
    }

    private Map<String, String> between(ProcessDefinition former, ProcessDefinition later) {
        return SameSteps.between(readStepIds.content(former), readStepIds.content(later));
    }

    private Set<String> activities(ProcessDefinition version) {
        return repository.getBpmnModelInstance(version.getId()).getModelElementsByType(Activity.class).stream()
                .map(Activity::getId)
                .collect(Collectors.toSet());
    }
}
