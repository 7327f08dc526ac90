package io.ordertrail.process.rule;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.TableGuard;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.stock.allocation.SiteChoice;

/**
 * Evaluates the rules that the process owner maintains in {@code bpmn/site-choice.dmn}. Every order with a choice of
 * sites needs them, so each version is read once and evaluated by a separate decision engine that keeps no history.
 */
@Component
class SiteChoiceTable implements SiteChoice {

    private static final Duration VALID = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SiteChoiceTable.class);

    private final DmnEngine engine = TableGuard.guarded().buildEngine();
    private final RepositoryService repository;
    /** The id of the version in force; empty when no table is deployed. */
    private final LoadingCache<String, Optional<String>> latest =
            Caffeine.newBuilder().expireAfterWrite(VALID).build(this::deployed);

    private final LoadingCache<String, DmnDecision> decisions =
            Caffeine.newBuilder().maximumSize(1).build(this::read);

    SiteChoiceTable(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Sums the points of all rows that match. The result is 0 when none matches, no table is deployed, or the table
     * fails: the goods then come from any site that has them.
     */
    @Override
    public double points(Candidate candidate) {
        try {
            return evaluated(candidate);
        } catch (DmnEngineException fault) {
            LOG.error("The choice of sites failed, so all sites count the same", fault);
            return 0;
        }
    }

    /** What keeps the table from answering for a country; empty when it answers. */
    Optional<RuntimeException> fault(String country) {
        try {
            evaluated(new Candidate(country, "", country, true, true, 1));
            return Optional.empty();
        } catch (DmnEngineException fault) {
            return Optional.of(fault);
        }
    }

    private double evaluated(Candidate candidate) {
        return latest.get(OrderFulfilment.SITE_CHOICE)
                .map(decisions::get)
                .map(decision -> points(decision, candidate))
                .orElse(0.0);
    }

    private double points(DmnDecision decision, Candidate candidate) {
        var sum = engine.evaluateDecisionTable(
                decision,
                Variables.createVariables()
                        .putValue("country", candidate.country())
                        .putValue("site", candidate.site())
                        .putValue("siteCountry", candidate.siteCountry())
                        .putValue("nearby", candidate.nearby())
                        .putValue("servesAll", candidate.servesAll())
                        .putValue("stockRank", candidate.stockRank()));
        return sum.isEmpty()
                ? 0
                : sum.getSingleResult().<Number>getSingleEntry().doubleValue();
    }

    private Optional<String> deployed(String table) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .latestVersion()
                        .singleResult())
                .map(DecisionDefinition::getId);
    }

    private DmnDecision read(String id) {
        return engine.parseDecision(OrderFulfilment.SITE_CHOICE, repository.getDecisionModel(id));
    }
}
