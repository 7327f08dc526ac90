package io.ordertrail.process.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.difference.SameSteps;

/** Follows the steps of a process from each deployed version to the next one, so that their figures go on. */
@Component
public class ReadStepIds {

    /** Older changes of ids are older than any figure that somebody looks at. */
    private static final int MOST_VERSIONS = 100;

    private static final int CACHED = 100;

    private final RepositoryService repository;
    /** By the newest version: nobody changes a version once it is deployed. */
    private final Cache<String, StepIds> read =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    ReadStepIds(RepositoryService repository) {
        this.repository = repository;
    }

    public StepIds of(String process) {
        var newestFirst = versions(process);
        return newestFirst.isEmpty()
                ? StepIds.UNCHANGED
                : read.get(newestFirst.get(0).getId(), newest -> read(newestFirst));
    }

    /** The deployed versions of a process, the newest first. */
    List<ProcessDefinition> versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, MOST_VERSIONS);
    }

    private StepIds read(List<ProcessDefinition> newestFirst) {
        var renewals = new ArrayList<Map<String, String>>();
        var later = content(newestFirst.get(0));
        for (var version : newestFirst.subList(1, newestFirst.size())) {
            var former = content(version);
            if (!Arrays.equals(former, later)) {
                renewals.add(0, SameSteps.between(former, later));
            }
            later = former;
        }
        var newest = repository.getBpmnModelInstance(newestFirst.get(0).getId());
        return StepIds.of(renewals, id -> newest.getModelElementById(id) != null);
    }

    byte[] content(ProcessDefinition version) {
        try (var content = repository.getProcessModel(version.getId())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
