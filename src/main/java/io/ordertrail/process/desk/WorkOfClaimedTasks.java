package io.ordertrail.process.desk;

import java.util.Map;
import java.util.function.Predicate;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.process.engine.OrderFulfilment.Element;
import io.ordertrail.process.engine.OrderFulfilment.Variable;
import io.ordertrail.refusal.Refusal;

/** Finds in the engine who has claimed the task of some work. */
@Component
class WorkOfClaimedTasks implements ClaimedWork {

    /** Programs claim no tasks. They report facts, such as a delivery, and no colleague's work keeps a fact out. */
    private static final String PROGRAMS = "systems";

    private static final Map<Work, String> TASKS = Map.of(
            Work.REVIEW, Element.REVIEW_ORDER,
            Work.CORRECTION, Element.CORRECT_ORDER,
            Work.PICKING, Element.PICK_AND_PACK,
            Work.DELIVERY, Element.CHASE_DELIVERY);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Actor actor;

    WorkOfClaimedTasks(TaskService tasks, RuntimeService runtime, Actor actor) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.actor = actor;
    }

    @Override
    public void requireUnclaimed(Work work, OrderNumber order) {
        requireUnclaimed(work, order, task -> true);
    }

    @Override
    public void requireUnclaimed(Work work, OrderNumber order, String parcel) {
        requireUnclaimed(
                work, order, task -> parcel.equals(runtime.getVariable(task.getExecutionId(), Variable.PARCEL)));
    }

    private void requireUnclaimed(Work work, OrderNumber order, Predicate<Task> concerned) {
        if (actor.isOrdertrail() || actor.isIn(PROGRAMS)) {
            return;
        }
        tasks
                .createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(TASKS.get(work))
                .taskAssigned()
                .list()
                .stream()
                .filter(task -> !task.getAssignee().equals(actor.name()))
                .filter(concerned)
                .findFirst()
                .ifPresent(task -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, TAKEN, task.getAssignee());
                });
    }
}
