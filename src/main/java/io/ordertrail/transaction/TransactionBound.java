package io.ordertrail.transaction;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value of the running transaction, removed when it ends. An inner transaction starts without a value; the value of
 * the outer one is restored when the inner one ends.
 */
public final class TransactionBound<T> {

    /** The value of the running transaction; null when there is none. */
    @SuppressWarnings("unchecked")
    public T get() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    /**
     * Sets the value.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void set(T value) {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new Synchronization());
        }
        TransactionSynchronizationManager.bindResource(this, value);
    }

    private final class Synchronization implements TransactionSynchronization {

        private Object value;

        @Override
        public void suspend() {
            value = TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBound.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionBound.this, value);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBound.this);
        }
    }
}
