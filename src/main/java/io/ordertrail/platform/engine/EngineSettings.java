package io.ordertrail.platform.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.engine.guard.ExpressionBeans;
import io.ordertrail.platform.engine.guard.GuardedExpressions;
import io.ordertrail.platform.engine.guard.GuardedParse;
import io.ordertrail.platform.engine.guard.TableGuard;

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
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new ClaimedTasks()));
        engine.setStandaloneTasksEnabled(false); // a task belongs to a diagram, which names its group
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(People.SHORTEST_PASSWORD)));
        engine.setBpmnParseFactory(GuardedParse::new);
        engine.setDmnEngineConfiguration(TableGuard.guarded());
    }
}
