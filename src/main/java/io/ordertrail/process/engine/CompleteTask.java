package io.ordertrail.process.engine;

import java.util.Optional;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.ContentionRetry;

/** Completes a task under the lock of its order: when two people complete it at once, the second finds it completed. */
@Component
class CompleteTask {

    private final OrderLock orderLock;
    private final ContentionRetry retry;
    private final TransactionTemplate transaction;

    CompleteTask(OrderLock orderLock, ContentionRetry retry, PlatformTransactionManager transactions) {
        this.orderLock = orderLock;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Completes a task in a transaction of its own and repeats it on contention. Within a running transaction it runs
     * once.
     *
     * @throws Refusal when somebody else has completed the task first
     */
    <T> T complete(String task, CommandExecutor engine, Supplier<T> work) {
        Supplier<T> locked = () -> transaction.execute(status -> {
            orderLock.lock(rootOf(task, engine));
            rootOf(task, engine); // somebody else may have completed it meanwhile
            return completed(task, work);
        });
        return TransactionSynchronizationManager.isActualTransactionActive() ? locked.get() : retry.call(locked::get);
    }

    /**
     * H2 can still show a task that has just been completed next to its execution, which has moved on. The retry finds
     * neither.
     */
    private static <T> T completed(String task, Supplier<T> work) {
        try {
            return work.get();
        } catch (PvmException movedOn) {
            throw new ConcurrencyFailureException("Task " + task + " was completed meanwhile", movedOn);
        }
    }

    /** Reads without authorization: the engine checks whether the caller may see the task when the work runs. */
    private static String rootOf(String id, CommandExecutor engine) {
        return engine.execute(context -> context.runWithoutAuthorization(
                        () -> Optional.ofNullable(context.getTaskManager().findTaskById(id))
                                .map(task -> context.getExecutionManager().findExecutionById(task.getExecutionId()))
                                .map(ExecutionEntity::getRootProcessInstanceId)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "task.gone"));
    }
}
