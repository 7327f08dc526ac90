package io.ordertrail.process.intake;

import java.util.Map;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.intake.run.ImportDecision;
import io.ordertrail.intake.run.ImportNumber;
import io.ordertrail.intake.run.ImportProcess;
import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.process.engine.ImportOrders;
import io.ordertrail.process.engine.ImportOrders.Message;
import io.ordertrail.process.engine.ImportOrders.Variable;
import io.ordertrail.process.engine.MessageCorrelation;
import io.ordertrail.refusal.Refusal;

/** Starts the process of an import and passes on what people decide. */
@Component
class CamundaImportProcess implements ImportProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final MessageCorrelation messages;
    private final Actor actor;

    CamundaImportProcess(
            RuntimeService runtime, TaskService tasks, FormService forms, MessageCorrelation messages, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.messages = messages;
        this.actor = actor;
    }

    @Override
    public void start(ImportNumber number) {
        runtime.startProcessInstanceByKey(ImportOrders.PROCESS, number.key());
    }

    /** The access rules of the pages say who may decide; managers have no right of their own to the task. */
    @Override
    public void decide(ImportNumber number, ImportDecision decision) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey(ImportOrders.PROCESS)
                .processInstanceBusinessKey(number.key())
                .taskDefinitionKey(ImportOrders.Element.DECIDE_ON_IMPORT)
                .singleResult();
        if (task == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "import.refused.state");
        }
        refuseIfTaken(task);
        tasks.setAssignee(task.getId(), actor.name());
        forms.submitTaskForm(task.getId(), Map.of(Variable.IMPORT_DECISION, decision.word()));
    }

    private void refuseIfTaken(Task task) {
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.name())) {
            throw new Refusal(Refusal.Kind.CONFLICT, ClaimedWork.TAKEN, task.getAssignee());
        }
    }

    @Override
    public void resume(ImportNumber number) {
        if (!messages.correlate(Message.IMPORT_RESUMED, number.key())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "import.refused.state");
        }
    }

    @Override
    public void undo(ImportNumber number) {
        runtime.startProcessInstanceByKey(ImportOrders.UNDO, number.key());
    }
}
