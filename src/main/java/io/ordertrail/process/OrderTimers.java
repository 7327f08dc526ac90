package io.ordertrail.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Timers on elements of the diagram, each fired in its turn; none where the order went on while the timer waited for it. */
class OrderTimers extends TimerExecuteNestedActivityJobHandler {

  private final Turn turn;

  OrderTimers(Turn turn) {
    this.turn = turn;
  }

  @Override
  public void execute(TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
    turn.take(execution.getRootProcessInstanceId());
    var job = context.getCurrentJob().getId();
    if (!isThere(job, context)) {
      throw new OptimisticLockingException("The timer " + job + " was cancelled meanwhile");
    }
    super.execute(timer, execution, context, tenant);
  }

  private static boolean isThere(String job, CommandContext context) {
    var jobs = context.getProcessEngineConfiguration().getManagementService();
    return context.runWithoutAuthorization(() -> jobs.createJobQuery().jobId(job).count() > 0);
  }
}
