package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.order.OrderNeed;
import io.ordertrail.stock.external.AskForReservation;

@Component
class AskForReservationDelegate implements JavaDelegate {

  private final OrderNeed need;
  private final AskForReservation askForReservation;

  AskForReservationDelegate(OrderNeed need, AskForReservation askForReservation) {
    this.need = need;
    this.askForReservation = askForReservation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    askForReservation.ask(need.of(number));
  }
}
