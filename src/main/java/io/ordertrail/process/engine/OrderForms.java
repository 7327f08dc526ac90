package io.ordertrail.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The forms of the engine's tasks, each submitted in its turn. */
class OrderForms extends FormServiceImpl {

    private final CompleteTask endTask;

    OrderForms(CompleteTask endTask) {
        this.endTask = endTask;
    }

    @Override
    public void submitTaskForm(String task, Map<String, Object> fields) {
        endTask.end(task, commandExecutor, () -> {
            super.submitTaskForm(task, fields);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String task, Map<String, Object> fields, boolean deserialize) {
        return endTask.end(
                task, commandExecutor, () -> super.submitTaskFormWithVariablesInReturn(task, fields, deserialize));
    }
}
