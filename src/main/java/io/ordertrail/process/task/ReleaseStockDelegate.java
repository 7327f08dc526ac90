package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.shipment.EndPicking;
import io.ordertrail.stock.allocation.ReleaseStock;

@Component
class ReleaseStockDelegate implements JavaDelegate {

    private final ReleaseStock releaseStock;
    private final EndPicking endPicking;

    ReleaseStockDelegate(ReleaseStock releaseStock, EndPicking endPicking) {
        this.releaseStock = releaseStock;
        this.endPicking = endPicking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        endPicking.releaseAll(number);
        execution.setVariable(Variable.ORDER_CANCELLED, !releaseStock.release(number));
    }
}
