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

/** Ends a task while its order is locked, so that of two persons who end it at once the second finds it ended. */
@Component
class CompleteTask {

    private final OrderLock turn;
    private final ContentionRetry retry;
    private final TransactionTemplate transaction;

    CompleteTask(OrderLock turn, ContentionRetry retry, PlatformTransactionManager transactions) {
        this.turn = turn;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Ends a task in a transaction of its own, and again where that met others, unless it is part of one.
     *
     * @throws Refusal where the one before has ended it
     */
    <T> T end(String task, CommandExecutor engine, Supplier<T> work) {
        Supplier<T> inTurn = () -> transaction.execute(status -> {
            turn.take(rootOf(task, engine));
            rootOf(task, engine); // the one before may have ended it
            return ended(task, work);
        });
        return TransactionSynchronizationManager.isActualTransactionActive() ? inTurn.get() : retry.call(inTurn::get);
    }

    /** H2 may show a task that another has just ended beside its execution, which has gone on: the next look finds neither. */
    private static <T> T ended(String task, Supplier<T> work) {
        try {
            return work.get();
        } catch (PvmException goneOn) {
            throw new ConcurrencyFailureException("Task " + task + " was ended meanwhile", goneOn);
        }
    }

    /** Whether the caller may see the task is for the engine to say, when the work comes to it. */
    private static String rootOf(String id, CommandExecutor engine) {
        return engine.execute(context -> context.runWithoutAuthorization(
                        () -> Optional.ofNullable(context.getTaskManager().findTaskById(id))
                                .map(task -> context.getExecutionManager().findExecutionById(task.getExecutionId()))
                                .map(ExecutionEntity::getRootProcessInstanceId)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "task.gone"));
    }
}
