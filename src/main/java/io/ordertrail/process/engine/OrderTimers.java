package io.ordertrail.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

import io.ordertrail.platform.access.CurrentActor;

/**
 * Timers on elements of the diagram, each fired in its turn; none where the order went on while the timer waited for it. What follows from a
 * timer is done in its name.
 */
class OrderTimers extends TimerExecuteNestedActivityJobHandler {

    private final OrderLock turn;
    private final CurrentActor actor;

    OrderTimers(OrderLock turn, CurrentActor actor) {
        this.turn = turn;
        this.actor = actor;
    }

    @Override
    public void execute(TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
        turn.take(execution.getRootProcessInstanceId());
        var job = context.getCurrentJob().getId();
        if (!isThere(job, context)) {
            throw new OptimisticLockingException("The timer " + job + " was cancelled meanwhile");
        }
        actor.as("timer: " + nameOf(timer, execution), () -> super.execute(timer, execution, context, tenant));
    }

    private static String nameOf(TimerJobConfiguration timer, ExecutionEntity execution) {
        return (String) execution
                .getProcessDefinition()
                .findActivity(timer.getTimerElementKey())
                .getProperty("name");
    }

    private static boolean isThere(String job, CommandContext context) {
        var jobs = context.getProcessEngineConfiguration().getManagementService();
        return context.runWithoutAuthorization(
                () -> jobs.createJobQuery().jobId(job).count() > 0);
    }
}
