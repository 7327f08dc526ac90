package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.StrikeShortage;
import io.ordertrail.process.OrderFulfilment.Variable;
import io.ordertrail.process.OrderNeed;
import io.ordertrail.stock.TakeWhatIsThere;

@Component
class StrikeShortageDelegate implements JavaDelegate {

  private final OrderNeed need;
  private final TakeWhatIsThere takeWhatIsThere;
  private final StrikeShortage strikeShortage;

  StrikeShortageDelegate(OrderNeed need, TakeWhatIsThere takeWhatIsThere, StrikeShortage strikeShortage) {
    this.need = need;
    this.takeWhatIsThere = takeWhatIsThere;
    this.strikeShortage = strikeShortage;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    var promised = takeWhatIsThere.take(need.of(number));
    strikeShortage.strike(number, promised.byLine());
    execution.setVariable(Variable.ANYTHING_TO_SEND, !promised.sites().isEmpty());
  }
}
