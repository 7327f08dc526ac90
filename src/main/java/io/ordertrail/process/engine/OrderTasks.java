package io.ordertrail.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, which completes a task under the lock of its order. */
class OrderTasks extends TaskServiceImpl {

    private final CompleteTask completeTask;

    OrderTasks(CompleteTask completeTask) {
        this.completeTask = completeTask;
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
}
