package io.ordertrail.process;

import java.time.Clock;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.stock.SiteChoice;

/**
 * The rules that a process owner keeps in {@code bpmn/site-choice.dmn}. Every order with a choice asks them, so they are read once for
 * each version and put to a decision engine of their own, which keeps no history.
 */
@Component
class SiteTable implements SiteChoice {

  /** @param decision null where no table is deployed */
  private record Rules(String id, DmnDecision decision) {
  }

  private final DmnEngine engine = rulesOnly().buildEngine();
  private final RepositoryService repository;
  private final Newest<Rules> newest;

  SiteTable(RepositoryService repository, Clock clock) {
    this.repository = repository;
    this.newest = new Newest<>(clock, this::deployed);
  }

  /** A table is no program: it may compare and reckon, and call nothing. */
  private static DefaultDmnEngineConfiguration rulesOnly() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setScriptEngineResolver(language -> null);
    configuration.setElProvider(expression -> {
      throw new UnsupportedOperationException("A decision table is written in FEEL");
    });
    return configuration;
  }

  /** Every row that fits adds its points; where none fits, or there is no table, the sites are equal. */
  @Override
  public double points(Candidate candidate) {
    var decision = newest.get().decision();
    if (decision == null) {
      return 0;
    }
    var sum = engine.evaluateDecisionTable(decision, Variables.createVariables()
        .putValue("country", candidate.country())
        .putValue("site", candidate.site())
        .putValue("siteCountry", candidate.siteCountry())
        .putValue("nearby", candidate.nearby())
        .putValue("servesAll", candidate.servesAll())
        .putValue("stockRank", candidate.stockRank()));
    return sum.isEmpty() ? 0 : sum.getSingleResult().<Number>getSingleEntry().doubleValue();
  }

  private Rules deployed(Rules seen) {
    var found = repository.createDecisionDefinitionQuery().decisionDefinitionKey(OrderFulfilment.SITE_CHOICE).latestVersion().singleResult();
    if (found == null) {
      return new Rules(null, null);
    }
    return seen != null && found.getId().equals(seen.id()) ? seen
        : new Rules(found.getId(), engine.parseDecision(OrderFulfilment.SITE_CHOICE, repository.getDecisionModel(found.getId())));
  }
}
