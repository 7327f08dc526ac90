package io.ordertrail.transaction;

import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Implements {@link RetryOnContention}, also for work that is no method of a bean. */
@Component
public class ContentionRetry {

    /** Work that opens its own transactions. */
    @FunctionalInterface
    public interface Work<T, E extends Throwable> {

        T call() throws E;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ContentionRetry.class);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final Contention contention;

    public ContentionRetry(Contention contention) {
        this.contention = contention;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs the work, up to three times.
     *
     * @throws ConcurrencyFailureException when every attempt fails because of contention
     * @throws IllegalStateException within a transaction
     */
    public <T, E extends Throwable> T call(Work<T, E> work) throws E {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Work is repeated as a whole and cannot be part of a transaction");
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return work.call();
            } catch (RuntimeException failure) {
                throwUnlessRepeatable(failure, attempt);
                LOG.debug("Contention in attempt {} of {}", attempt, ATTEMPTS, failure);
                pause(attempt);
            }
        }
    }

    private void throwUnlessRepeatable(RuntimeException failure, int attempt) {
        if (!contention.isRepeatable(failure) || attempt == ATTEMPTS && !contention.isCauseOf(failure)) {
            throw failure;
        }
        if (attempt == ATTEMPTS) {
            throw new ConcurrencyFailureException("Other transactions changed the same rows at each attempt", failure);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConcurrencyFailureException("Interrupted while waiting for the next attempt", e);
        }
    }
}
