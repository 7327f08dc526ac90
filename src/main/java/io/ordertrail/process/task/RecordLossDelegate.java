package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.shipment.RecordLoss;

@Component
class RecordLossDelegate implements JavaDelegate {

  private final RecordLoss recordLoss;

  RecordLossDelegate(RecordLoss recordLoss) {
    this.recordLoss = recordLoss;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    recordLoss.record(number);
  }
}
