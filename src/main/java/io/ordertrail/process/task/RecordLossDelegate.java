package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Decision;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.process.OrderFulfilment.Variable;
import io.ordertrail.shipment.RecordLoss;
import io.ordertrail.stock.LoseGoods;

@Component
class RecordLossDelegate implements JavaDelegate {

  private final RecordLoss recordLoss;
  private final LoseGoods loseGoods;

  RecordLossDelegate(RecordLoss recordLoss, LoseGoods loseGoods) {
    this.recordLoss = recordLoss;
    this.loseGoods = loseGoods;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    var site = (String) execution.getVariable(Variable.SITE);
    var sendAgain = Decision.SEND_AGAIN.word().equals(execution.getVariable(Variable.CHASE_DECISION));
    loseGoods.lose(number, recordLoss.record(number, site), sendAgain);
  }
}
