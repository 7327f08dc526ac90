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
 * Stops job execution when the application ends. No job starts any more, running jobs may finish, and jobs that were
 * acquired but not started are released, so that other nodes need not wait until their locks expire.
 */
@Component
class JobShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobShutdown.class);
    private static final int SECONDS_TO_FINISH = 5;
    private static final String RELEASE =
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

    /**
     * Runs immediately, while the last requests finish: jobs that wait for a thread then find the executor closed and
     * release themselves.
     */
    @EventListener(ContextClosedEvent.class)
    void acquireNoMore() {
        jobs.ifAvailable(JobExecutor::shutdown);
    }

    /** Runs after the thread pool, which waits for its own running jobs. */
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
                transaction.executeWithoutResult(status -> release(executor.getLockOwner()));
            } else {
                LOG.warn("Jobs are still running; other nodes can take them over when their locks expire");
            }
        }
    }

    private static boolean haveEnded(ThreadPoolTaskExecutor threads) {
        threads.getThreadPoolExecutor().shutdown();
        try {
            return threads.getThreadPoolExecutor().awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The executor does not release the jobs that found no place in its queue. */
    private void release(String owner) {
        var released = database.sql(RELEASE).param("owner", owner).update();
        LOG.info("Job execution has stopped; {} jobs that had not started are released", released);
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
