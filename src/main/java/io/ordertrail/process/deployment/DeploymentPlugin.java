package io.ordertrail.process.deployment;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the engine check deployments. */
@Component
class DeploymentPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<CheckDeployment> check;

    DeploymentPlugin(ObjectProvider<CheckDeployment> check) {
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setRepositoryService(new CheckedRepository(check::getObject, engine));
    }
}
