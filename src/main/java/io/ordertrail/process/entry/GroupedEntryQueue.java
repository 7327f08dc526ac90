package io.ordertrail.process.entry;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;
import io.ordertrail.order.entry.EntryQueue;
import io.ordertrail.platform.engine.EngineContention;
import io.ordertrail.process.entry.PendingEntry.Step;
import io.ordertrail.stock.allocation.DeferredReservations;

/**
 * Groups the orders that arrive while others are being entered: a group is entered in one transaction and one engine
 * command, which writes the rows of all its orders together.
 */
@Component
class GroupedEntryQueue implements EntryQueue {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedEntryQueue.class);
    /**
     * Enough to keep two processors busy while some workers wait for the database. More workers were slower, because
     * fewer orders share a transaction.
     */
    static final int WORKERS = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** How long a worker waits for a group to fill: less than an entry takes. */
    private static final Duration MAX_WAIT = Duration.ofMillis(2);

    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;
    private final Orders orders;
    private final DeferredReservations deferredReservations;
    private final PendingEntries pendingEntries;

    @Autowired
    GroupedEntryQueue(
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions,
            Orders orders,
            DeferredReservations deferredReservations) {
        this(engine, transactions, orders, deferredReservations, WORKERS);
    }

    GroupedEntryQueue(
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions,
            Orders orders,
            DeferredReservations deferredReservations,
            int workers) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.orders = orders;
        this.deferredReservations = deferredReservations;
        this.pendingEntries = new PendingEntries(workers, MAX_WAIT);
    }

    @Override
    public <T> T enter(
            NewOrder order,
            Consumer<List<NewOrder>> lookUp,
            Supplier<OrderNumber> entry,
            Function<OrderNumber, T> answer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            lookUp.accept(List.of(order));
            return answer.apply(entry.get());
        }
        var pending = new PendingEntry<>(order, lookUp, entry, answer);
        switch (pendingEntries.awaitStep(pending)) {
            case LEAD -> lead(pending);
            case ALONE -> enter(List.of(pending));
            case ENTERED -> {}
        }
        return pending.result();
    }

    /** The number of orders that wait for a worker. */
    int waiting() {
        return pendingEntries.size();
    }

    private void lead(PendingEntry<?> first) {
        var group = pendingEntries.groupOf(first);
        try {
            enter(group);
            group.forEach(pending -> pending.resume(Step.ENTERED));
            return;
        } catch (GroupFailed failure) {
            LOG.debug(
                    "One of {} orders that arrived together cannot be entered, so each is entered by itself",
                    group.size(),
                    failure);
            group.forEach(pending -> pending.resume(Step.ALONE));
        } catch (RuntimeException | Error e) {
            group.forEach(pending -> pending.fail(e));
            throw e;
        } finally {
            pendingEntries.release(group);
        }
        enter(List.of(first));
    }

    /**
     * Allocates the stock of several orders after all of them are entered. When the stock does not suffice, the whole
     * group is entered again with the stock locked first.
     */
    private void enter(List<PendingEntry<?>> group) {
        if (group.size() == 1) {
            enter(group, () -> {});
            return;
        }
        var skus = group.stream().flatMap(PendingEntry::skus).collect(Collectors.toSet());
        try {
            enter(group, () -> deferredReservations.begin(skus));
        } catch (GroupFailed failure) {
            if (!EngineContention.isBehind(failure)) {
                throw failure;
            }
            enter(group, () -> deferredReservations.lock(skus));
        }
    }

    /**
     * A failure before the commit left nothing, so the entry can be repeated. After a failed commit the outcome is
     * unknown.
     */
    private void enter(List<PendingEntry<?>> group, Runnable stock) {
        transaction.executeWithoutResult(status -> {
            try {
                group.get(0).lookUp(group);
                stock.run();
                store(group);
            } catch (RuntimeException e) {
                throw group.size() == 1 ? e : new GroupFailed(e);
            }
        });
    }

    private void store(List<PendingEntry<?>> group) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            group.forEach(this::enterCompletely);
            return null;
        });
        deferredReservations.apply();
        group.forEach(PendingEntry::answer);
        orders.flush();
    }

    /**
     * When a query made the session flush part of an order early, the rest of the order is flushed at once: the rows of
     * the next order must not come between.
     */
    private void enterCompletely(PendingEntry<?> pending) {
        pending.enter();
        if (orders.get(pending.number()).written()) {
            orders.flush();
        }
    }

    /** One order of the group cannot be entered. */
    private static final class GroupFailed extends RuntimeException {

        GroupFailed(RuntimeException cause) {
            super(cause);
        }
    }
}
