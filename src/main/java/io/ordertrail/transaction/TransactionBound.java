package io.ordertrail.transaction;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A value of the running transaction, gone with its end. A transaction within this one starts without, and gives this one's back. */
public final class TransactionBound<T> {

    /** @return null where there is none */
    @SuppressWarnings("unchecked")
    public T get() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    /** @throws IllegalStateException outside of a transaction */
    public void set(T value) {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new Keeper());
        }
        TransactionSynchronizationManager.bindResource(this, value);
    }

    private final class Keeper implements TransactionSynchronization {

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
