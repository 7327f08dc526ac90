package io.ordertrail.process.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.CurrentActor;

/** Has the engine read every diagram through {@link OrderParseListener}, and move each order by one at a time. */
@Component
class OrderEnginePlugin extends AbstractProcessEnginePlugin {

    private final OrderParseListener rules;
    private final OrderLock turn;
    private final CompleteTask endTask;
    private final CurrentActor actor;

    OrderEnginePlugin(OrderParseListener rules, OrderLock turn, CompleteTask endTask, CurrentActor actor) {
        this.rules = rules;
        this.turn = turn;
        this.endTask = endTask;
        this.actor = actor;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(rules);
        engine.setTaskService(new OrderTasks(endTask));
        engine.setFormService(new OrderForms(endTask));
        engine.setCustomJobHandlers(List.of(new OrderTimers(turn, actor)));
    }
}
