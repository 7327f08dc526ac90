package io.ordertrail.process.purchase;

import java.util.Map;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.process.engine.ReplenishStock;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.PurchaseNumber;

/** Submits the form of a purchase's task for a buyer who has decided outside of Tasklist. */
@Component
class DecideForBuyer {

    private final TaskService tasks;
    private final FormService forms;
    private final Actor actor;

    DecideForBuyer(TaskService tasks, FormService forms, Actor actor) {
        this.tasks = tasks;
        this.forms = forms;
        this.actor = actor;
    }

    /**
     * Submits the form.
     *
     * @throws Refusal when the task is not open, or a colleague has claimed it
     */
    void require(PurchaseNumber number, String element, Map<String, Object> fields) {
        if (!tell(number, element, fields)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "task.none", number.value());
        }
    }

    /** Submits the form; returns false when the task is not open. */
    boolean tell(PurchaseNumber number, String element, Map<String, Object> fields) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey(ReplenishStock.PROCESS)
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) {
            return false;
        }
        refuseIfTaken(task);
        tasks.setAssignee(task.getId(), actor.name());
        forms.submitTaskForm(task.getId(), fields);
        return true;
    }

    private void refuseIfTaken(Task task) {
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.name())) {
            throw new Refusal(Refusal.Kind.CONFLICT, ClaimedWork.TAKEN, task.getAssignee());
        }
    }
}
