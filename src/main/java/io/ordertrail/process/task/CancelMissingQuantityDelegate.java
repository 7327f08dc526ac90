package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelMissingQuantity;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.allocation.ReserveAvailable;

@Component
class CancelMissingQuantityDelegate implements JavaDelegate {

    private final OrderDemand need;
    private final ReserveAvailable takeWhatIsThere;
    private final CancelMissingQuantity cancelMissingQuantity;

    CancelMissingQuantityDelegate(
            OrderDemand need, ReserveAvailable takeWhatIsThere, CancelMissingQuantity cancelMissingQuantity) {
        this.need = need;
        this.takeWhatIsThere = takeWhatIsThere;
        this.cancelMissingQuantity = cancelMissingQuantity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var promised = takeWhatIsThere.take(need.of(number));
        cancelMissingQuantity.strike(number, promised.byLine());
        execution.setVariable(Variable.ANYTHING_TO_SEND, !promised.sites().isEmpty());
    }
}
