package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.shipment.RecordDelivery;

@Component
class RecordDeliveryDelegate implements JavaDelegate {

  private final RecordDelivery recordDelivery;

  RecordDeliveryDelegate(RecordDelivery recordDelivery) {
    this.recordDelivery = recordDelivery;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    recordDelivery.record(number);
  }
}
