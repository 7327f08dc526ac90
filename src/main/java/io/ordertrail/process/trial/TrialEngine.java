package io.ordertrail.process.trial;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

import io.ordertrail.platform.engine.TableGuard;
import io.ordertrail.process.check.ProcessFiles;

/** An engine in memory that knows nothing of the product but stand-ins for what diagrams call. */
final class TrialEngine {

    private TrialEngine() {}

    static ProcessEngine start(Track track, Choices choices) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "trial-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setBeans(StandIns.beans(choices));
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("none");
        configuration.setCmmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setDefaultNumberOfRetries(1);
        configuration.setDmnEngineConfiguration(TableGuard.guarded());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(track)));
        var engine = configuration.buildProcessEngine();
        ProcessEngines.unregister(engine); // nobody else finds it
        return engine;
    }

    static void deploy(ProcessEngine engine, ProcessFiles files) {
        var deployment = engine.getRepositoryService().createDeployment();
        files.contents().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
    }
}
