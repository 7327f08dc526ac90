package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.fulfilment.ConsultWish;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderNeed;
import io.ordertrail.stock.allocation.TakeWhatIsThere;

@Component
class ConsultWishDelegate implements JavaDelegate {

  private final OrderNeed need;
  private final TakeWhatIsThere takeWhatIsThere;
  private final ConsultWish consultWish;

  ConsultWishDelegate(OrderNeed need, TakeWhatIsThere takeWhatIsThere, ConsultWish consultWish) {
    this.need = need;
    this.takeWhatIsThere = takeWhatIsThere;
    this.consultWish = consultWish;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    var somethingThere = takeWhatIsThere.somethingFor(need.of(number));
    execution.setVariable(Variable.SHORTAGE_DECISION, consultWish.consult(number, somethingThere));
  }
}
