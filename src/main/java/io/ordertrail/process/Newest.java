package io.ordertrail.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The versions in force: the diagram that new orders follow, the table that checks them. Looked up at most once a second, because each order asks. */
@Component
class Newest {

  private final Remembered diagram;
  private final Remembered checks;

  Newest(RepositoryService repository, Clock clock) {
    diagram = new Remembered(clock, () -> repository.createProcessDefinitionQuery()
        .processDefinitionKey(OrderFulfilment.PROCESS).latestVersion().singleResult().getId());
    checks = new Remembered(clock, () -> repository.createDecisionDefinitionQuery()
        .decisionDefinitionKey(OrderFulfilment.CHECKS).latestVersion().singleResult().getId());
  }

  String diagram() {
    return diagram.id();
  }

  String checks() {
    return checks.id();
  }

  private static final class Remembered {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Seen(String id, Instant at) {
    }

    private final Clock clock;
    private final Supplier<String> lookUp;
    private volatile Seen seen = new Seen(null, Instant.MIN);

    private Remembered(Clock clock, Supplier<String> lookUp) {
      this.clock = clock;
      this.lookUp = lookUp;
    }

    String id() {
      var now = clock.instant();
      if (seen.at().isBefore(now.minus(FRESH)) || seen.at().isAfter(now)) {
        seen = new Seen(lookUp.get(), now);
      }
      return seen.id();
    }
  }
}
