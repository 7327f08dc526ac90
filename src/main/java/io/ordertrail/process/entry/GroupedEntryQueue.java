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
import io.ordertrail.process.entry.PendingEntry.Turn;
import io.ordertrail.stock.allocation.DeferredReservations;

/**
 * Enters what arrives while others are being entered in one transaction and one command of the engine, which then writes the rows of
 * all of them together.
 */
@Component
class GroupedEntryQueue implements EntryQueue {

    private static final Logger LOG = LoggerFactory.getLogger(GroupedEntryQueue.class);
    /** Enough to keep two processors busy while some wait for the database. With more, fewer orders share a transaction: it was slower. */
    static final int LANES = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** Less than an entry takes. */
    private static final Duration PATIENCE = Duration.ofMillis(2);

    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;
    private final Orders orders;
    private final DeferredReservations pledges;
    private final PendingEntries room;

    @Autowired
    GroupedEntryQueue(
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions,
            Orders orders,
            DeferredReservations pledges) {
        this(engine, transactions, orders, pledges, LANES);
    }

    GroupedEntryQueue(
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions,
            Orders orders,
            DeferredReservations pledges,
            int lanes) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.orders = orders;
        this.pledges = pledges;
        this.room = new PendingEntries(lanes, PATIENCE);
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
        var arrival = new PendingEntry<>(order, lookUp, entry, answer);
        switch (room.turnOf(arrival)) {
            case LEAD -> lead(arrival);
            case ALONE -> enter(List.of(arrival));
            case ENTERED -> {}
        }
        return arrival.answered();
    }

    /** How many wait for a lane. */
    int waiting() {
        return room.size();
    }

    private void lead(PendingEntry<?> first) {
        var group = room.with(first);
        try {
            enter(group);
            group.forEach(one -> one.tell(Turn.ENTERED));
            return;
        } catch (Unfit unfit) {
            LOG.debug(
                    "One of {} orders that arrived together cannot be entered, so each is entered by itself",
                    group.size(),
                    unfit);
            group.forEach(one -> one.tell(Turn.ALONE));
        } catch (RuntimeException | Error e) {
            group.forEach(one -> one.fail(e));
            throw e;
        } finally {
            room.next(group);
        }
        enter(List.of(first));
    }

    /** What several want of the stock is taken once all are through. Where that does not do, it is locked before the first of them begins. */
    private void enter(List<PendingEntry<?>> group) {
        if (group.size() == 1) {
            enter(group, () -> {});
            return;
        }
        var skus = group.stream().flatMap(PendingEntry::skus).collect(Collectors.toSet());
        try {
            enter(group, () -> pledges.begin(skus));
        } catch (Unfit unfit) {
            if (!EngineContention.isBehind(unfit)) {
                throw unfit;
            }
            enter(group, () -> pledges.lock(skus));
        }
    }

    /** What failed before the commit left nothing, so it can be done again; of a commit that failed nobody knows. */
    private void enter(List<PendingEntry<?>> group, Runnable stock) {
        transaction.executeWithoutResult(status -> {
            try {
                group.get(0).lookUp(group);
                stock.run();
                store(group);
            } catch (RuntimeException e) {
                throw group.size() == 1 ? e : new Unfit(e);
            }
        });
    }

    private void store(List<PendingEntry<?>> group) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            group.forEach(this::enterWhole);
            return null;
        });
        pledges.keep();
        group.forEach(PendingEntry::answer);
        orders.flush();
    }

    /** Of what a question made the session write before its time the rest follows at once: rows of the next order must not come between. */
    private void enterWhole(PendingEntry<?> one) {
        one.enter();
        if (orders.get(one.number()).written()) {
            orders.flush();
        }
    }

    /** One of those that share the transaction cannot be entered. */
    private static final class Unfit extends RuntimeException {

        Unfit(RuntimeException cause) {
            super(cause);
        }
    }
}
