package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.allocation.BackorderMissingGoods;

@Component
class BackorderMissingGoodsDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final BackorderMissingGoods backorderMissingGoods;

    BackorderMissingGoodsDelegate(OrderDemand orderDemand, BackorderMissingGoods backorderMissingGoods) {
        this.orderDemand = orderDemand;
        this.backorderMissingGoods = backorderMissingGoods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        execution.setVariable(Variable.STOCK_RESERVED, backorderMissingGoods.backorder(orderDemand.of(number)));
    }
}
