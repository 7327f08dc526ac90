package io.ordertrail.process.desk;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;

/**
 * Claims and completes tasks of orders and purchases as the person who is signed in, with their name and their rights,
 * as in Tasklist.
 */
@Service
@Transactional
public class TaskActions {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final Actor actor;

    TaskActions(TaskService tasks, FormService forms, IdentityService identities, Actor actor) {
        this.tasks = tasks;
        this.forms = forms;
        this.identities = identities;
        this.actor = actor;
    }

    /** Claims the open task of an element of the diagram. */
    public void claim(OrderNumber order, String element) {
        asActor(name -> tasks.claim(open(order.value(), element), name));
    }

    public void claim(PurchaseNumber purchase, String element) {
        asActor(name -> tasks.claim(open(purchase.value(), element), name));
    }

    /**
     * Claims the task and submits its form.
     *
     * @param fields values of the form by field key
     */
    public void complete(OrderNumber order, String element, Map<String, String> fields) {
        complete(order.value(), element, fields);
    }

    public void complete(PurchaseNumber purchase, String element, Map<String, String> fields) {
        complete(purchase.value(), element, fields);
    }

    /** Frees a task that somebody has claimed, so that another person of its group can claim it. */
    public void free(OrderNumber order, String task) {
        asActor(name -> {
            var open = tasks.createTaskQuery()
                    .taskId(task)
                    .processInstanceBusinessKey(order.value())
                    .singleResult();
            if (open == null) {
                throw new Refusal(Refusal.Kind.UNKNOWN, "task.gone");
            }
            tasks.setAssignee(task, null);
        });
    }

    private void complete(String businessKey, String element, Map<String, String> fields) {
        asActor(name -> {
            var task = open(businessKey, element);
            tasks.claim(task, name);
            forms.submitTaskForm(task, new TreeMap<>(fields));
        });
    }

    /** The oldest open task, when several parcels have one. */
    private String open(String businessKey, String element) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(element)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(Task::getId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "task.none", businessKey));
    }

    /** The engine checks the rights of the authenticated user, so this sets the user for the time of the work. */
    private void asActor(Consumer<String> work) {
        var before = identities.getCurrentAuthentication();
        var name = actor.name();
        identities.setAuthentication(
                name,
                identities.createGroupQuery().groupMember(name).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            work.accept(name);
        } finally {
            identities.clearAuthentication();
            if (before != null) {
                identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
