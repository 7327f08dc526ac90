package io.ordertrail.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.MoveOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderState;
import io.ordertrail.order.book.StoreOrder;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.refusal.Refusal;

/** Keeps the state of the order in step with its process instance. */
@Component
public class OrderStateListener {

    private final StoreOrder storeOrder;
    private final MoveOrder moveOrder;
    private final Timeline timeline;

    OrderStateListener(StoreOrder storeOrder, MoveOrder moveOrder, Timeline timeline) {
        this.storeOrder = storeOrder;
        this.moveOrder = moveOrder;
        this.timeline = timeline;
    }

    /** Only the entry of an order starts an instance: any other start is of no stored order and is refused. */
    void begin(DelegateExecution start, OrderState state) {
        var number = OrderNumber.of(String.valueOf(start.getProcessBusinessKey()));
        if (number.filter(order -> storeOrder.isStored(order, start.getProcessInstanceId()))
                .isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "order.process-start");
        }
        moveOrder.move(number.get(), state);
    }

    /** Only the process of an order starts a parcel. */
    void parcelStarted(DelegateExecution start) {
        if (start.getSuperExecution() == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "order.process-start");
        }
    }

    /**
     * An instance ends by the steps of its diagram: a deletion would leave an order or a purchase without a process.
     * The process of an order may cancel its parcels.
     */
    void ended(DelegateExecution end) {
        if (end.isCanceled() && (end.getSuperExecution() == null || ((ExecutionEntity) end).isExternallyTerminated())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "order.process-end");
        }
    }

    void enter(DelegateExecution element, OrderState state) {
        moveOrder.move(new OrderNumber(element.getProcessBusinessKey()), state);
        if (state != OrderState.IN_REVIEW) {
            StepIncidents.resolve(StepIncidents.CHECK_FAILED, (ExecutionEntity) element);
        }
    }

    /** A purchase has no timeline. */
    void timerFired(DelegateExecution timer) {
        OrderNumber.of(timer.getProcessBusinessKey()).ifPresent(order -> timeline.note(order, "timer", null));
    }
}
