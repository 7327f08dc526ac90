package io.ordertrail.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, which submits the form of a task under the lock of its order. */
class OrderForms extends FormServiceImpl {

    private final CompleteTask completeTask;

    OrderForms(CompleteTask completeTask) {
        this.completeTask = completeTask;
    }

    @Override
    public void submitTaskForm(String task, Map<String, Object> fields) {
        completeTask.complete(task, commandExecutor, () -> {
            super.submitTaskForm(task, fields);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String task, Map<String, Object> fields, boolean deserialize) {
        return completeTask.complete(
                task, commandExecutor, () -> super.submitTaskFormWithVariablesInReturn(task, fields, deserialize));
    }
}
