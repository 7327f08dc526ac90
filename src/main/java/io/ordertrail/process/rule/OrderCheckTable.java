package io.ordertrail.process.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Finding;
import io.ordertrail.order.check.OrderFacts;
import io.ordertrail.order.check.OrderRules;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.transaction.TransactionBound;

/**
 * Evaluates the rules that the process owner maintains in {@code bpmn/order-checks.dmn}. The facts go to the table
 * only, not into process variables.
 */
@Component
class OrderCheckTable implements OrderRules {

    private final TransactionBound<String> latest = new TransactionBound<>();
    private final RepositoryService repository;
    private final DecisionService decisions;

    OrderCheckTable(RepositoryService repository, DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /** Evaluates the latest deployed version of the table. Orders that share a transaction share the version. */
    @Override
    public List<Finding> check(OrderFacts facts) {
        if (latest.get() == null) {
            latest.set(deployed());
        }
        return decisions.evaluateDecisionTableById(latest.get(), variables(facts)).stream()
                .map(OrderCheckTable::finding)
                .toList();
    }

    private String deployed() {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(OrderFulfilment.CHECKS)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(
                        () -> new IllegalStateException("No decision table " + OrderFulfilment.CHECKS + " is deployed"))
                .getId();
    }

    private static Map<String, Object> variables(OrderFacts facts) {
        return Variables.createVariables()
                .putValue("orderTotal", facts.orderTotal())
                .putValue("freeCredit", facts.freeCredit())
                .putValue("customerBlocked", facts.customerBlocked())
                .putValue("lowestPricePercent", facts.lowestPricePercent())
                .putValue("likelyDuplicate", facts.likelyDuplicate())
                .putValue("missingAddressParts", facts.missingAddressParts())
                .putValue("firstOrder", facts.firstOrder())
                .putValue("largestQuantityRatio", facts.largestQuantityRatio());
    }

    private static Finding finding(DmnDecisionRuleResult result) {
        return new Finding(result.getEntry("rule"), result.getEntry("reason"), result.getEntry("severity"));
    }
}
