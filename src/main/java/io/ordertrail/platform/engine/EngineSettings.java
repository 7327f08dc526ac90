package io.ordertrail.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.platform.engine.guard.ExpressionBeans;
import io.ordertrail.platform.engine.guard.GuardedExpressions;
import io.ordertrail.platform.engine.guard.GuardedParse;
import io.ordertrail.platform.engine.trail.DeploymentTrail;
import io.ordertrail.platform.engine.trail.OperationTrail;
import io.ordertrail.platform.engine.trail.RecordedPeople;

/** The settings of the engine that application.yml cannot express. */
@Component
@DependsOnDatabaseInitialization // the engine needs its tables
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext application;
    private final LocalSettings local;

    EngineSettings(ApplicationContext application, LocalSettings local) {
        this.application = application;
        this.local = local;
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
        engine.setPasswordPolicy(() -> List.of(
                new PasswordPolicyLengthRuleImpl(People.SHORTEST_PASSWORD),
                new UncommonPassword(local.companyWords())));
        engine.setPasswordEncryptor(new SlowHash(local.passwordRounds()));
        engine.setBpmnParseFactory(GuardedParse::new);
        engine.setDmnEngineConfiguration(TableGuard.guarded());
        recordChanges(engine);
        recordPeople(engine);
    }

    /** People of Keycloak are changed in Keycloak, whose directory is set before. */
    private void recordPeople(ProcessEngineConfigurationImpl engine) {
        if (engine.getIdentityProviderSessionFactory() == null) {
            engine.setIdentityProviderSessionFactory(
                    new RecordedPeople.Factory(() -> application.getBean(ChangeLog.class)));
        }
    }

    private void recordChanges(ProcessEngineConfigurationImpl engine) {
        Supplier<ChangeLog> log = () -> application.getBean(ChangeLog.class);
        var deployers = engine.getCustomPostDeployers();
        List<Deployer> recorded = deployers == null ? new ArrayList<>() : new ArrayList<>(deployers);
        recorded.add(new DeploymentTrail(log, () -> application.getBean(Changes.class)));
        engine.setCustomPostDeployers(recorded);
        var handlers = engine.getCustomHistoryEventHandlers();
        List<HistoryEventHandler> handling = handlers == null ? new ArrayList<>() : new ArrayList<>(handlers);
        handling.add(new OperationTrail(log));
        engine.setCustomHistoryEventHandlers(handling);
    }
}
