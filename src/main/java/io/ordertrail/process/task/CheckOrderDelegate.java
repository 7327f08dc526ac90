package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.check.CheckOrder;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

@Component
class CheckOrderDelegate implements JavaDelegate {

    private final CheckOrder checkOrder;

    CheckOrderDelegate(CheckOrder checkOrder) {
        this.checkOrder = checkOrder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        execution.setVariable(Variable.HOLDS_FOUND, checkOrder.check(number));
    }
}
