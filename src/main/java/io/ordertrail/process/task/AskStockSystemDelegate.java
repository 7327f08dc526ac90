package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.order.OrderDemand;
import io.ordertrail.stock.external.AskForReservation;

@Component
class AskStockSystemDelegate implements JavaDelegate {

    private final OrderDemand orderDemand;
    private final AskForReservation askForReservation;

    AskStockSystemDelegate(OrderDemand orderDemand, AskForReservation askForReservation) {
        this.orderDemand = orderDemand;
        this.askForReservation = askForReservation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        askForReservation.ask(orderDemand.of(number));
    }
}
