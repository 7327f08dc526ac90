package io.ordertrail.process.order;

import java.util.Date;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.platform.access.CurrentActor;
import io.ordertrail.process.deadline.Deadlines;
import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.process.engine.OrderFulfilment.Element;

/**
 * Tells an order, or one of its parcels, that nobody picks its goods, so that sales is asked whether it keeps them. One look at the open
 * tasks now and then stands for a timer in every order: those that are picked in time, nearly all, pay nothing for it. Each node looks;
 * the first counts.
 */
@Component
public class StaleReservations {

    private static final String NAME = "timer: Nobody picked it";
    private static final int AT_ONCE = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Deadlines deadlines;
    private final ReviewStaleReservation tellUnpicked;
    private final CurrentActor actor;

    StaleReservations(
            TaskService tasks,
            RuntimeService runtime,
            Deadlines deadlines,
            ReviewStaleReservation tellUnpicked,
            CurrentActor actor) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.deadlines = deadlines;
        this.tellUnpicked = tellUnpicked;
        this.actor = actor;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void look() {
        picking()
                .taskCreatedBefore(Date.from(deadlines.latestStart(Element.NOBODY_PICKED)))
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, AT_ONCE)
                .forEach(this::tell);
    }

    /** Lets the time of an order be over before it is, with all of its parcels. */
    public void tell(OrderNumber order) {
        picking().processInstanceBusinessKey(order.value()).list().forEach(this::tell);
    }

    private void tell(Task task) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance != null) {
            actor.as(NAME, () -> tellUnpicked.tell(task.getId(), instance));
        }
    }

    private TaskQuery picking() {
        return tasks.createTaskQuery()
                .processDefinitionKeyIn(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL)
                .taskDefinitionKey(Element.PICK_AND_PACK);
    }
}
