package io.ordertrail.process.engine;

import java.util.ArrayList;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.CurrentActor;

/**
 * Has the engine parse every diagram through {@link OrderParseListener}, move each order under its lock, and say so when
 * a process is paused.
 */
@Component
class OrderEnginePlugin extends AbstractProcessEnginePlugin {

    private final OrderParseListener parseListener;
    private final OrderLock orderLock;
    private final CompleteTask completeTask;
    private final FreedTasks freedTasks;
    private final CurrentActor actor;

    OrderEnginePlugin(
            OrderParseListener parseListener,
            OrderLock orderLock,
            CompleteTask completeTask,
            FreedTasks freedTasks,
            CurrentActor actor) {
        this.parseListener = parseListener;
        this.orderLock = orderLock;
        this.completeTask = completeTask;
        this.freedTasks = freedTasks;
        this.actor = actor;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(parseListener);
        if (engine.getCustomPreCommandInterceptorsTxRequired() == null) {
            engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>());
        }
        engine.getCustomPreCommandInterceptorsTxRequired().add(new PausedProcess());
        engine.setTaskService(new OrderTasks(completeTask, freedTasks));
        engine.setFormService(new OrderForms(completeTask));
        if (engine.getCustomJobHandlers() == null) {
            engine.setCustomJobHandlers(new ArrayList<>());
        }
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new KeptHistory());
        engine.getCustomJobHandlers().add(new OrderTimers(orderLock, actor));
    }
}
