package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's own lock for start-up work that only one node may do at a time. It is held until the transaction ends.
 */
@Component
public class StartupLock {

    /** The first start hashes the passwords of the demo's people, slowly by intent. */
    private static final int LONGEST_SECONDS = 180;

    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;

    StartupLock(ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(LONGEST_SECONDS);
    }

    public void whileHeld(Runnable work) {
        transaction.executeWithoutResult(status -> {
            engine.getCommandExecutorTxRequired().execute(command -> {
                command.getPropertyManager().acquireExclusiveLockForStartup();
                return null;
            });
            work.run();
        });
    }
}
