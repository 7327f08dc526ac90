package io.ordertrail.process.deployment;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.ordertrail.process.bundle.DraftBundle;

/** Has the engine make drafts of what people deploy. */
@Component
class DeploymentPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<DraftBundle> drafts;

    DeploymentPlugin(ObjectProvider<DraftBundle> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setRepositoryService(new CheckedRepository(drafts::getObject, engine));
    }
}
