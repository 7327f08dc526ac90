package io.ordertrail.process;

import java.util.Map;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The forms of the engine's tasks, each submitted in its turn. */
class OrderForms extends FormServiceImpl {

  private final Turn turn;

  OrderForms(Turn turn) {
    this.turn = turn;
  }

  @Override
  public void submitTaskForm(String task, Map<String, Object> fields) {
    turn.end(task, commandExecutor, () -> {
      super.submitTaskForm(task, fields);
      return null;
    });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(String task, Map<String, Object> fields, boolean deserialize) {
    return turn.end(task, commandExecutor, () -> super.submitTaskFormWithVariablesInReturn(task, fields, deserialize));
  }
}
