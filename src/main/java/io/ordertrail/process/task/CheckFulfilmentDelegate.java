package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.picking.CheckFulfilment;

@Component
class CheckFulfilmentDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final CheckFulfilment checkFulfilment;

    CheckFulfilmentDelegate(OrderDemand orderDemand, CheckFulfilment checkFulfilment) {
        this.orderDemand = orderDemand;
        this.checkFulfilment = checkFulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var sent = checkFulfilment.check(orderDemand.of(number));
        execution.setVariable(Variable.EVERYTHING_SENT, sent.everythingShipped());
        execution.setVariable(Variable.ANYTHING_SENT, sent.anythingShipped());
    }
}
