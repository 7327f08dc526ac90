package io.ordertrail.platform.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's own lock for what one node does at a time when it starts. It is held to the end of the transaction. */
@Component
class StartupLock {

    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;

    StartupLock(ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    void whileHeld(Runnable work) {
        transaction.executeWithoutResult(status -> {
            engine.getCommandExecutorTxRequired().execute(command -> {
                command.getPropertyManager().acquireExclusiveLockForStartup();
                return null;
            });
            work.run();
        });
    }
}
