package io.ordertrail.process.order;

import java.util.ArrayList;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine run and repeat {@link ReleaseJob}s. */
@Component
class ReleaseJobPlugin extends AbstractProcessEnginePlugin {

    private final ReleaseJob releaseJob;

    ReleaseJobPlugin(ReleaseJob releaseJob) {
        this.releaseJob = releaseJob;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomJobHandlers() == null) {
            engine.setCustomJobHandlers(new ArrayList<>());
        }
        engine.getCustomJobHandlers().add(releaseJob);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(ReleaseJobRetry::new);
    }
}
