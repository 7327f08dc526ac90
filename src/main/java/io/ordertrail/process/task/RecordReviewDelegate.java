package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.Decision;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.RecordReview;
import io.ordertrail.process.OrderFulfilment.Variable;

@Component
class RecordReviewDelegate implements JavaDelegate {

  private final RecordReview recordReview;

  RecordReviewDelegate(RecordReview recordReview) {
    this.recordReview = recordReview;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var number = new OrderNumber(execution.getProcessBusinessKey());
    recordReview.record(number, Decision.of((String) execution.getVariable(Variable.REVIEW_DECISION)).orElseThrow());
  }
}
