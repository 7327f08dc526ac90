package io.ordertrail.platform.engine;

import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When the application ends: no job is begun any more, those that run are waited for, and those that were acquired but not begun are
 * given back, so that no other node has to wait until their lock runs out.
 */
@Component
class JobShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobShutdown.class);
    private static final int SECONDS_TO_GIVE_BACK = 5;
    private static final String GIVE_BACK =
            "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = :owner";

    private final ObjectProvider<JobExecutor> jobs;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    JobShutdown(ObjectProvider<JobExecutor> jobs, JdbcClient database, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** At once, beside the last requests: jobs that wait for a thread then find the executor closed and give themselves back. */
    @EventListener(ContextClosedEvent.class)
    void acquireNoMore() {
        jobs.ifAvailable(JobExecutor::shutdown);
    }

    /** After the threads, which wait by themselves for what they run. */
    @Override
    public int getPhase() {
        return ExecutorConfigurationSupport.DEFAULT_PHASE - 1;
    }

    @Override
    public void stop() {
        running = false;
        if (jobs.getIfAvailable() instanceof SpringJobExecutor executor
                && executor.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads) {
            if (haveEnded(threads)) {
                transaction.executeWithoutResult(status -> giveBack(executor.getLockOwner()));
            } else {
                LOG.warn("Jobs still run; what they hold is free for other nodes when its locks run out");
            }
        }
    }

    private static boolean haveEnded(ThreadPoolTaskExecutor threads) {
        threads.getThreadPoolExecutor().shutdown();
        try {
            return threads.getThreadPoolExecutor().awaitTermination(SECONDS_TO_GIVE_BACK, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The executor forgets those for which there was no room in its queue. */
    private void giveBack(String owner) {
        var forgotten = database.sql(GIVE_BACK).param("owner", owner).update();
        LOG.info("Jobs are at rest; {} that were not begun are given back", forgotten);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
