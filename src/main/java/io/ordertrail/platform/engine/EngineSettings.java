package io.ordertrail.platform.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The settings of the engine that application.yml cannot express. */
@Component
@DependsOnDatabaseInitialization // the engine needs its tables
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext application;

    EngineSettings(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var visible = new ExpressionBeans(application);
        engine.setBeans(visible);
        engine.setExpressionManager(new GuardedExpressions(application, visible));
        engine.setResourceAuthorizationProvider(new TaskRights());
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(People.SHORTEST_PASSWORD)));
        var listeners = engine.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> guarded = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
        guarded.add(0, new DiagramGuard());
        engine.setCustomPreBPMNParseListeners(guarded);
    }
}
