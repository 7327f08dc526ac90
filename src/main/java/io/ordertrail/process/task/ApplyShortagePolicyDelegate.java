package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.ApplyShortagePolicy;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.allocation.ReserveAvailable;

@Component
class ApplyShortagePolicyDelegate implements JavaDelegate {

    private final OrderDemand need;
    private final ReserveAvailable takeWhatIsThere;
    private final ApplyShortagePolicy applyShortagePolicy;

    ApplyShortagePolicyDelegate(
            OrderDemand need, ReserveAvailable takeWhatIsThere, ApplyShortagePolicy applyShortagePolicy) {
        this.need = need;
        this.takeWhatIsThere = takeWhatIsThere;
        this.applyShortagePolicy = applyShortagePolicy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var somethingThere = takeWhatIsThere.somethingFor(need.of(number));
        execution.setVariable(Variable.SHORTAGE_DECISION, applyShortagePolicy.consult(number, somethingThere));
    }
}
