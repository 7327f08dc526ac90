package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.allocation.ReserveStock;

@Component
class ReserveStockDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final ReserveStock reserveStock;

    ReserveStockDelegate(OrderDemand orderDemand, ReserveStock reserveStock) {
        this.orderDemand = orderDemand;
        this.reserveStock = reserveStock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        execution.setVariable(Variable.STOCK_RESERVED, reserveStock.reserve(orderDemand.of(number)));
    }
}
