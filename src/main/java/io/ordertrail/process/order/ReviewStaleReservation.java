package io.ordertrail.process.order;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.process.engine.OrderFulfilment.Message;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.process.engine.OrderLock;
import io.ordertrail.transaction.RetryOnContention;

/** Tells one parcel that nobody picks its goods. */
@Component
class ReviewStaleReservation {

    private final TaskService tasks;
    private final OrderLock orderLock;
    private final MessageCorrelation messages;
    private final Timeline timeline;

    ReviewStaleReservation(TaskService tasks, OrderLock orderLock, MessageCorrelation messages, Timeline timeline) {
        this.tasks = tasks;
        this.orderLock = orderLock;
        this.messages = messages;
        this.timeline = timeline;
    }

    /** Locks the order first, so that a task completed before the lock is left alone. */
    @RetryOnContention
    @Transactional
    void review(String task, ProcessInstance instance) {
        orderLock.lock(instance.getRootProcessInstanceId());
        if (tasks.createTaskQuery().taskId(task).count() > 0) {
            var order = new OrderNumber(instance.getBusinessKey());
            // a parcel on an earlier version of its diagram does not wait for the message
            if (messages.correlate(
                    Message.GOODS_LEFT_UNPICKED, order, (String) tasks.getVariable(task, Variable.PARCEL))) {
                timeline.note(order, "timer", null);
            }
        }
    }
}
