package io.ordertrail.process.task;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.picking.RecordPicking;
import io.ordertrail.stock.picking.RecordPicking.Outcome;

@Component
class RecordPickingDelegate implements JavaDelegate {

    private static final Map<String, Outcome> OUTCOMES =
            Map.of(Decision.COMPLETE.word(), Outcome.COMPLETE, Decision.INCOMPLETE.word(), Outcome.INCOMPLETE);

    private final RecordPicking recordPicking;

    RecordPickingDelegate(RecordPicking recordPicking) {
        this.recordPicking = recordPicking;
    }

    /** A task starts without a decision: when goods are lost before there is one, picking was interrupted. */
    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var decision = String.valueOf(execution.getVariable(Variable.PICKING_DECISION));
        var site = (String) execution.getVariable(Variable.SITE);
        var picked = recordPicking.record(number, site, OUTCOMES.getOrDefault(decision, Outcome.INTERRUPTED));
        execution.setVariable(Variable.ALL_FOUND, picked.allFound());
        execution.setVariable(Variable.ANYTHING_FOUND, picked.anythingFound());
    }
}
