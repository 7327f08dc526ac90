package io.ordertrail.platform.engine;

import java.time.Duration;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.transaction.Contention;

/**
 * The engine's own lock for start-up work that only one node may do at a time. It is held until the transaction ends.
 */
@Component
public class StartupLock {

    /** The first start hashes the passwords of the demo's people, slowly by intent. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ProcessEngineConfigurationImpl engine;
    private final Contention contention;
    private final TransactionTemplate transaction;

    StartupLock(ProcessEngineConfigurationImpl engine, Contention contention, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.contention = contention;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setTimeout((int) LONGEST.toSeconds());
    }

    /** Does the work once this node has the lock. The database waits for a lock only some seconds; the node asks again. */
    public void whileHeld(Runnable work) {
        var end = System.nanoTime() + LONGEST.toNanos();
        var done = false;
        while (!done) {
            done = isDone(work, end);
        }
    }

    private boolean isDone(Runnable work, long end) {
        try {
            transaction.executeWithoutResult(status -> {
                acquire();
                work.run();
            });
            return true;
        } catch (RuntimeException failure) {
            if (!contention.isCauseOf(failure) || System.nanoTime() > end) {
                throw failure;
            }
            return false;
        }
    }

    private void acquire() {
        engine.getCommandExecutorTxRequired().execute(command -> {
            command.getPropertyManager().acquireExclusiveLockForStartup();
            return null;
        });
    }
}
