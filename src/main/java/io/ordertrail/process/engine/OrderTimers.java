package io.ordertrail.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

import io.ordertrail.platform.access.CurrentActor;

/**
 * Fires the timers of a diagram, each under the lock of its order. A timer does not fire when the order has moved on
 * while it waited for the lock. What follows from a timer is recorded under the name of the timer.
 */
class OrderTimers extends TimerExecuteNestedActivityJobHandler {

    private final OrderLock orderLock;
    private final CurrentActor actor;

    OrderTimers(OrderLock orderLock, CurrentActor actor) {
        this.orderLock = orderLock;
        this.actor = actor;
    }

    @Override
    public void execute(TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
        orderLock.lock(execution.getRootProcessInstanceId());
        var job = context.getCurrentJob().getId();
        if (!exists(job, context)) {
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

    private static boolean exists(String job, CommandContext context) {
        var jobs = context.getProcessEngineConfiguration().getManagementService();
        return context.runWithoutAuthorization(
                () -> jobs.createJobQuery().jobId(job).count() > 0);
    }
}
