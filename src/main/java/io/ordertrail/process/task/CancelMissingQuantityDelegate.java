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

    private final OrderDemand orderDemand;
    private final ReserveAvailable reserveAvailable;
    private final CancelMissingQuantity cancelMissingQuantity;

    CancelMissingQuantityDelegate(
            OrderDemand orderDemand, ReserveAvailable reserveAvailable, CancelMissingQuantity cancelMissingQuantity) {
        this.orderDemand = orderDemand;
        this.reserveAvailable = reserveAvailable;
        this.cancelMissingQuantity = cancelMissingQuantity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var allocated = reserveAvailable.reserve(orderDemand.of(number));
        cancelMissingQuantity.cancel(number, allocated.byLine());
        execution.setVariable(Variable.ANYTHING_TO_SEND, !allocated.sites().isEmpty());
    }
}
