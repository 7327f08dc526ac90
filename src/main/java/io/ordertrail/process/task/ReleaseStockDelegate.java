package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.stock.allocation.ReleaseStock;

@Component
class ReleaseStockDelegate implements JavaDelegate {

    private final ReleaseStock releaseStock;

    ReleaseStockDelegate(ReleaseStock releaseStock) {
        this.releaseStock = releaseStock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        var site = (String) execution.getVariable(Variable.SITE);
        execution.setVariable(Variable.ANYTHING_SENT, releaseStock.release(number, site));
    }
}
