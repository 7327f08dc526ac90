package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.StrikeRest;
import io.ordertrail.stock.picking.PickList;

@Component
class StrikeRestDelegate implements JavaDelegate {

  private final PickList pickList;
  private final StrikeRest strikeRest;

  StrikeRestDelegate(PickList pickList, StrikeRest strikeRest) {
    this.pickList = pickList;
    this.strikeRest = strikeRest;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    strikeRest.strike(number, pickList.promised(number).sent());
  }
}
