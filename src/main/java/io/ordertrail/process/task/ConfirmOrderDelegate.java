package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.ConfirmOrder;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.stock.PickList;

@Component
class ConfirmOrderDelegate implements JavaDelegate {

  private final PickList pickList;
  private final ConfirmOrder confirmOrder;

  ConfirmOrderDelegate(PickList pickList, ConfirmOrder confirmOrder) {
    this.pickList = pickList;
    this.confirmOrder = confirmOrder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    confirmOrder.confirm(number, pickList.setAside(number));
  }
}
