package io.ordertrail.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.Decision;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.check.RecordReview;
import io.ordertrail.process.engine.OrderFulfilment.Variable;

@Component
class RecordReviewDelegate implements JavaDelegate {

    private final RecordReview recordReview;

    RecordReviewDelegate(RecordReview recordReview) {
        this.recordReview = recordReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new OrderNumber(execution.getProcessBusinessKey());
        recordReview.record(
                number,
                Decision.of((String) execution.getVariable(Variable.REVIEW_DECISION))
                        .orElseThrow());
    }
}
