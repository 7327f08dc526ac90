package io.ordertrail.process.rule;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Finding;
import io.ordertrail.order.check.OrderFacts;
import io.ordertrail.order.check.OrderRules;
import io.ordertrail.process.engine.OrderFulfilment;

/**
 * Evaluates the rules that the process owner maintains in {@code bpmn/order-checks.dmn}. The facts go to the table
 * only, not into process variables.
 */
@Component
class OrderCheckTable implements OrderRules {

    private final DecisionService decisions;

    OrderCheckTable(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Evaluates the latest deployed version of the table. */
    @Override
    public List<Finding> check(OrderFacts facts) {
        return decisions.evaluateDecisionTableByKey(OrderFulfilment.CHECKS, variables(facts)).stream()
                .map(OrderCheckTable::finding)
                .toList();
    }

    private static Map<String, Object> variables(OrderFacts facts) {
        return Variables.createVariables()
                .putValue("orderTotal", facts.orderTotal())
                .putValue("freeCredit", facts.freeCredit())
                .putValue("customerBlocked", facts.customerBlocked())
                .putValue("lowestPricePercent", facts.lowestPricePercent())
                .putValue("discountAllowed", facts.discountAllowed())
                .putValue("likelyDuplicate", facts.likelyDuplicate())
                .putValue("missingAddressParts", facts.missingAddressParts())
                .putValue("firstOrder", facts.firstOrder())
                .putValue("largestQuantityRatio", facts.largestQuantityRatio());
    }

    private static Finding finding(DmnDecisionRuleResult result) {
        return new Finding(result.getEntry("rule"), result.getEntry("reason"), result.getEntry("severity"));
    }
}
