package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.ReplenishStock.Variable;
import io.ordertrail.stock.replenishment.CloseRest;
import io.ordertrail.stock.ledger.PurchaseNumber;

@Component
class CloseRestDelegate implements JavaDelegate {

  private final CloseRest closeRest;

  CloseRestDelegate(CloseRest closeRest) {
    this.closeRest = closeRest;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = PurchaseNumber.get(execution.getProcessBusinessKey());
    closeRest.close(number, (String) execution.getVariable(Variable.SUPPLIER_REASON));
  }
}
