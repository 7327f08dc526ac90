package io.ordertrail.process.trial;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

import io.ordertrail.platform.engine.TableGuard;
import io.ordertrail.process.file.ProcessFiles;

/**
 * An engine in memory that knows nothing of the product but stand-ins for what diagrams call. All trials use one
 * database in memory, one after another, as the engine's 700 statements are read from their files only for the first
 * engine on it: without it ten trials take 25 s instead of 16. Each engine creates its tables and drops them.
 */
final class TrialEngine {

    private static final DataSource DATABASE =
            new PooledDataSource("org.h2.Driver", "jdbc:h2:mem:trial-" + UUID.randomUUID(), "sa", "");

    private TrialEngine() {}

    static ProcessEngine start(Track track, Choices choices) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "trial-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(DATABASE);
        configuration.setUseSharedSqlSessionFactory(true);
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
