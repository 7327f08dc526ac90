package io.ordertrail.process.incident;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.transaction.RetryOnContention;

/** Takes an order from its review back to the check, from where it goes on as the diagram says. */
@Component
class CheckOrderAgain {

    private final OrderLock orderLock;
    private final RuntimeService runtime;

    CheckOrderAgain(OrderLock orderLock, RuntimeService runtime) {
        this.orderLock = orderLock;
        this.runtime = runtime;
    }

    /** An order that left the review meanwhile is left alone. */
    @RetryOnContention
    @Transactional
    public void check(OrderNumber number) {
        var order = orderLock.lockForCheck(number);
        if (order.state() == OrderState.IN_REVIEW) {
            runtime.createProcessInstanceModification(order.processInstance())
                    .cancelAllForActivity(Element.REVIEW_ORDER)
                    .startBeforeActivity(Element.CHECK_ORDER)
                    .execute();
        }
    }
}
