package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Decision;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.process.OrderFulfilment.Variable;
import io.ordertrail.stock.RecordPicking;

@Component
class RecordPickingDelegate implements JavaDelegate {

  private final RecordPicking recordPicking;

  RecordPickingDelegate(RecordPicking recordPicking) {
    this.recordPicking = recordPicking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    execution.setVariable(Variable.ALL_FOUND, recordPicking.record(number, Decision.COMPLETE.word().equals(execution.getVariable(Variable.PICKING_DECISION))));
  }
}
