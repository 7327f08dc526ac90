package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.order.OrderNeed;
import io.ordertrail.stock.allocation.QueueForStock;

@Component
class QueueForStockDelegate implements JavaDelegate {

  private final OrderNeed need;
  private final QueueForStock queueForStock;

  QueueForStockDelegate(OrderNeed need, QueueForStock queueForStock) {
    this.need = need;
    this.queueForStock = queueForStock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    execution.setVariable(Variable.STOCK_RESERVED, queueForStock.queue(need.of(number)));
  }
}
