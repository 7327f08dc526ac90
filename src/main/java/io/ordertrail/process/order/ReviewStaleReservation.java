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

/** Tells one order, or one parcel of it, that nobody picks its goods. */
@Component
class ReviewStaleReservation {

    private final TaskService tasks;
    private final OrderLock turn;
    private final MessageCorrelation news;
    private final Timeline timeline;

    ReviewStaleReservation(TaskService tasks, OrderLock turn, MessageCorrelation news, Timeline timeline) {
        this.tasks = tasks;
        this.turn = turn;
        this.news = news;
        this.timeline = timeline;
    }

    /** The order is locked first; a person who ended the task before has the last word. */
    @RetryOnContention
    @Transactional
    void tell(String task, ProcessInstance instance) {
        turn.take(instance.getRootProcessInstanceId());
        if (tasks.createTaskQuery().taskId(task).count() > 0) {
            var order = new OrderNumber(instance.getBusinessKey());
            // a parcel of an earlier version of its diagram asks nobody, however often it is looked at
            if (news.bring(Message.GOODS_LEFT_UNPICKED, order, Variable.SITE, (String)
                    tasks.getVariable(task, Variable.SITE))) {
                timeline.note(order, "timer", null);
            }
        }
    }
}
