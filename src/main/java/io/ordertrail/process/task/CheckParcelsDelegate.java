package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderNeed;
import io.ordertrail.stock.picking.CheckParcels;

@Component
class CheckParcelsDelegate implements JavaDelegate {

  private final OrderNeed need;
  private final CheckParcels checkParcels;

  CheckParcelsDelegate(OrderNeed need, CheckParcels checkParcels) {
    this.need = need;
    this.checkParcels = checkParcels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    var sent = checkParcels.check(need.of(number));
    execution.setVariable(Variable.EVERYTHING_SENT, sent.everythingSent());
    execution.setVariable(Variable.ANYTHING_SENT, sent.anythingSent());
  }
}
