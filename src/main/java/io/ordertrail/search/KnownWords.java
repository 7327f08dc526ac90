package io.ordertrail.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Words whose parts are certainly stored, so that an order of words that occurred before asks the database for none of
 * them. Parts are never deleted while the application runs.
 */
@Component
class KnownWords {

    private static final int MOST = 200_000;

    private final Set<Long> words = ConcurrentHashMap.newKeySet();

    boolean has(Long word) {
        return words.contains(word);
    }

    /** Remembers the words once their parts are stored; a transaction that is rolled back stores none. */
    void addAfterCommit(Collection<Long> stored) {
        var added = List.copyOf(stored);
        if (added.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (words.size() + added.size() <= MOST) {
                    words.addAll(added);
                }
            }
        });
    }
}
