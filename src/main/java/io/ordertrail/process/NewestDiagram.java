package io.ordertrail.process;

import java.time.Clock;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The version of the diagram that new orders follow. */
@Component
class NewestDiagram {

  private final Newest<String> newest;

  NewestDiagram(RepositoryService repository, Clock clock) {
    newest = new Newest<>(clock, seen -> repository.createProcessDefinitionQuery().processDefinitionKey(OrderFulfilment.PROCESS)
        .latestVersion().singleResult().getId());
  }

  String id() {
    return newest.get();
  }
}
