package io.ordertrail.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's tasks, each ended in its turn. */
class OrderTasks extends TaskServiceImpl {

    private final CompleteTask endTask;

    OrderTasks(CompleteTask endTask) {
        this.endTask = endTask;
    }

    @Override
    public void complete(String task, Map<String, Object> variables) {
        endTask.end(task, commandExecutor, () -> {
            super.complete(task, variables);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String task, Map<String, Object> variables, boolean deserialize) {
        return endTask.end(
                task, commandExecutor, () -> super.completeWithVariablesInReturn(task, variables, deserialize));
    }
}
