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
 * Finds parcels that nobody picks, so that sales decides whether they keep their goods. A query of the open
 * tasks every 15 minutes replaces a timer in every parcel: nearly all parcels are picked in time and pay nothing for it.
 * Each node runs the query; the first one to lock the order acts.
 */
@Component
public class StaleReservations {

    private static final String ACTOR = "timer: Nobody picked it";
    private static final int BATCH = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Deadlines deadlines;
    private final ReviewStaleReservation reviewStaleReservation;
    private final CurrentActor actor;

    StaleReservations(
            TaskService tasks,
            RuntimeService runtime,
            Deadlines deadlines,
            ReviewStaleReservation reviewStaleReservation,
            CurrentActor actor) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.deadlines = deadlines;
        this.reviewStaleReservation = reviewStaleReservation;
        this.actor = actor;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
    void check() {
        picking()
                .taskCreatedBefore(Date.from(deadlines.latestStart(Element.NOBODY_PICKED)))
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, BATCH)
                .forEach(this::review);
    }

    /** Treats the reservations of all parcels of an order as stale at once. */
    public void review(OrderNumber order) {
        picking().processInstanceBusinessKey(order.value()).list().forEach(this::review);
    }

    private void review(Task task) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance != null) {
            actor.as(ACTOR, () -> reviewStaleReservation.review(task.getId(), instance));
        }
    }

    private TaskQuery picking() {
        return tasks.createTaskQuery()
                .processDefinitionKey(OrderFulfilment.PARCEL)
                .taskDefinitionKey(Element.PICK_AND_PACK);
    }
}
