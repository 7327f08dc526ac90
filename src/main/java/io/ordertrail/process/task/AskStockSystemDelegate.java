package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.external.AskStockSystem;

@Component
class AskStockSystemDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final AskStockSystem askStockSystem;

    AskStockSystemDelegate(OrderDemand orderDemand, AskStockSystem askStockSystem) {
        this.orderDemand = orderDemand;
        this.askStockSystem = askStockSystem;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        askStockSystem.ask(orderDemand.of(number));
    }
}
