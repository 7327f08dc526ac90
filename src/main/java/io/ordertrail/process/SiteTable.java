package io.ordertrail.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.stock.SiteChoice;

/**
 * The rules that a process owner keeps in {@code bpmn/site-choice.dmn}. Every order with a choice asks them, so they are read once for
 * each version and put to a decision engine of their own, which keeps no history; what is the newest is looked up at most once a second.
 */
@Component
class SiteTable implements SiteChoice {

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** @param decision null where no table is deployed */
  private record Rules(String id, DmnDecision decision, Instant at) {
  }

  private final DmnEngine engine = rulesOnly().buildEngine();
  private final RepositoryService repository;
  private final Clock clock;
  private volatile Rules rules = new Rules(null, null, Instant.MIN);

  SiteTable(RepositoryService repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
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
    var decision = newest().decision();
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

  private Rules newest() {
    var now = clock.instant();
    if (rules.at().isBefore(now.minus(FRESH)) || rules.at().isAfter(now)) {
      var deployed = repository.createDecisionDefinitionQuery().decisionDefinitionKey(OrderFulfilment.SITE_CHOICE).latestVersion().singleResult();
      var id = deployed == null ? null : deployed.getId();
      rules = new Rules(id, id == null ? null : id.equals(rules.id()) ? rules.decision() : read(id), now);
    }
    return rules;
  }

  private DmnDecision read(String id) {
    return engine.parseDecision(OrderFulfilment.SITE_CHOICE, repository.getDecisionModel(id));
  }
}
