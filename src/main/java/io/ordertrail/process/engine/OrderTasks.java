package io.ordertrail.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;

import io.ordertrail.platform.access.Role;
import io.ordertrail.refusal.Refusal;

/**
 * The engine's task service. It completes a task under the lock of its order, lets a manager free a task that somebody
 * has claimed, and delegates no task: a delegated task could be completed by nobody.
 */
class OrderTasks extends TaskServiceImpl {

    private final CompleteTask completeTask;
    private final FreedTasks freedTasks;

    OrderTasks(CompleteTask completeTask, FreedTasks freedTasks) {
        this.completeTask = completeTask;
        this.freedTasks = freedTasks;
    }

    @Override
    public void complete(String task, Map<String, Object> variables) {
        completeTask.complete(task, commandExecutor, () -> {
            super.complete(task, variables);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String task, Map<String, Object> variables, boolean deserialize) {
        return completeTask.complete(
                task, commandExecutor, () -> super.completeWithVariablesInReturn(task, variables, deserialize));
    }

    @Override
    public void setAssignee(String task, String person) {
        if (person == null || person.isBlank()) {
            free(task);
        } else {
            super.setAssignee(task, person);
        }
    }

    @Override
    public void delegateTask(String task, String person) {
        throw new Refusal(Refusal.Kind.INVALID, "task.handed");
    }

    @Override
    public void saveTask(Task task) {
        if (task.getDelegationState() != null) {
            throw new Refusal(Refusal.Kind.INVALID, "task.handed");
        }
        super.saveTask(task);
    }

    /** Managers have no other right to change a task, so the engine does not check theirs. */
    private void free(String task) {
        commandExecutor.execute(context -> {
            var freed = freedTasks.claimOfAnother(task, context);
            if (isManager(context)) {
                context.runWithoutAuthorization(() -> unassign(task));
            } else {
                unassign(task);
            }
            freed.ifPresent(freedTasks::note);
            return null;
        });
    }

    private Void unassign(String task) {
        super.setAssignee(task, null);
        return null;
    }

    private static boolean isManager(CommandContext context) {
        var caller = context.getAuthentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(Role.MANAGERS.group());
    }
}
