package io.ordertrail.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Finding;
import io.ordertrail.order.OrderFacts;
import io.ordertrail.order.OrderRules;

/** The rules that a process owner keeps in {@code bpmn/order-checks.dmn}. The facts go to the table and nowhere else. */
@Component
class DecisionTable implements OrderRules {

  private final DecisionService decisions;
  private final Newest<String> newest;

  DecisionTable(DecisionService decisions, RepositoryService repository, Clock clock) {
    this.decisions = decisions;
    this.newest = new Newest<>(clock, seen -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(OrderFulfilment.CHECKS)
        .latestVersion().singleResult().getId());
  }

  @Override
  public List<Finding> check(OrderFacts facts) {
    return decisions.evaluateDecisionTableById(newest.get(), variables(facts)).stream().map(DecisionTable::finding).toList();
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

  private static Finding finding(DmnDecisionRuleResult fired) {
    return new Finding(fired.getEntry("rule"), fired.getEntry("reason"), fired.getEntry("severity"));
  }
}
