package io.ordertrail.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Finding;
import io.ordertrail.order.OrderFacts;
import io.ordertrail.order.OrderRules;

/** The rules that a process owner keeps in {@code bpmn/order-checks.dmn}. The facts go to the table and nowhere else. */
@Component
class DecisionTable implements OrderRules {

  private final DecisionService decisions;

  DecisionTable(DecisionService decisions) {
    this.decisions = decisions;
  }

  /** The newest deployed version of the table decides. */
  @Override
  public List<Finding> check(OrderFacts facts) {
    return decisions.evaluateDecisionTableByKey(OrderFulfilment.CHECKS, variables(facts)).stream().map(DecisionTable::finding).toList();
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
