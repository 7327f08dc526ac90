package io.ordertrail.process.engine;

import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Timeline;

/** Writes to the timeline of an order that somebody freed a task which another person had claimed. */
@Component
class FreedTasks {

    private static final Set<String> OF_ORDERS = Set.of(OrderFulfilment.PROCESS, OrderFulfilment.PARCEL);

    private final Timeline timeline;

    FreedTasks(Timeline timeline) {
        this.timeline = timeline;
    }

    /** A claim that ends. */
    record Claim(OrderNumber order, String task, String person) {}

    /** Finds the claim of somebody other than the caller; empty for tasks of purchases, which have no timeline. */
    Optional<Claim> claimOfAnother(String id, CommandContext context) {
        var caller = context.getAuthenticatedUserId();
        return context.runWithoutAuthorization(
                () -> Optional.ofNullable(context.getTaskManager().findTaskById(id))
                        .filter(task -> caller != null && task.getAssignee() != null)
                        .filter(task -> !task.getAssignee().equals(caller))
                        .flatMap(FreedTasks::claim));
    }

    private static Optional<Claim> claim(TaskEntity task) {
        return Optional.ofNullable(task.getProcessDefinition())
                .filter(process -> OF_ORDERS.contains(process.getKey()))
                .map(process -> task.getExecution().getProcessBusinessKey())
                .flatMap(OrderNumber::of)
                .map(order -> new Claim(order, task.getName(), task.getAssignee()));
    }

    void note(Claim freed) {
        timeline.note(freed.order(), "task-freed", freed.task() + ": " + freed.person());
    }
}
