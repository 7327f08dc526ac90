package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.StrikeShortage;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderNeed;
import io.ordertrail.stock.allocation.TakeWhatIsThere;

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
