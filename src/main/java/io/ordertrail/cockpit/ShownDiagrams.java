package io.ordertrail.cockpit;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.ReadStepIds;

/** Reads the diagram that a page shows. */
@Component
class ShownDiagrams {

    private final RepositoryService repository;
    private final ReadStepIds readStepIds;

    ShownDiagrams(RepositoryService repository, ReadStepIds readStepIds) {
        this.repository = repository;
        this.readStepIds = readStepIds;
    }

    ShownDiagram of(ProcessDefinition definition) {
        return new ShownDiagram(
                repository.getBpmnModelInstance(definition.getId()), readStepIds.of(definition.getKey()));
    }
}
