package io.ordertrail.order.entry;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.OrderProcess;

/**
 * Enters every order. When it returns a number, the order is stored and its process has started. Orders that arrive at
 * the same moment share a transaction and one command of the engine.
 */
@Service
public class EnterOrder {

    private static final Logger LOG = LoggerFactory.getLogger(EnterOrder.class);

    private final SecureRandom random = new SecureRandom();
    private final ValidateOrder validateOrder;
    private final EntryQueue queue;
    private final LookUpMasterData lookUp;
    private final OrderProcess process;
    private final TransactionTemplate transaction;

    EnterOrder(
            ValidateOrder validateOrder,
            EntryQueue queue,
            LookUpMasterData lookUp,
            OrderProcess process,
            PlatformTransactionManager transactions) {
        this.validateOrder = validateOrder;
        this.queue = queue;
        this.lookUp = lookUp;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Enters an order.
     *
     * @throws io.ordertrail.refusal.InvalidInput with every fault of the input
     * @throws DuplicateReference when the channel used this reference before
     */
    public OrderNumber enter(NewOrder entered) {
        return enter(entered, number -> number);
    }

    /**
     * Enters an order and builds an answer with it.
     *
     * @param answer runs in the transaction of the entry; what it stores is stored with the order or not at all
     */
    public <T> T enter(NewOrder entered, Function<OrderNumber, T> answer) {
        var order = validateOrder.validate(entered, answer);
        enter(List.of(order));
        return order.result();
    }

    /** Returns when each of the orders has its result. Within a transaction of the caller, they are part of it. */
    void enter(List<PendingOrder<?>> validated) {
        var orders = validated.stream().filter(order -> !order.hasFailed()).toList();
        if (orders.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            enterTogether(orders);
        } else {
            queue.groupFor(orders).ifPresent(this::enterGroup);
        }
    }

    private void enterGroup(EntryGroup group) {
        try {
            enterInTransaction(group.orders());
        } finally {
            queue.release(group);
        }
    }

    /**
     * A failure before the commit left nothing, so each order of a group is entered again by itself. After a failed
     * commit the outcome is unknown.
     */
    private void enterInTransaction(List<PendingOrder<?>> orders) {
        try {
            transaction.executeWithoutResult(status -> beforeCommit(() -> enterTogether(orders)));
        } catch (FailedBeforeCommit failure) {
            if (orders.size() == 1) {
                orders.get(0).fail(failure.getCause());
            } else {
                LOG.debug("A group of {} orders is entered one by one", orders.size(), failure);
                orders.forEach(order -> enterInTransaction(List.of(order)));
            }
        } catch (RuntimeException | Error unknownOutcome) {
            orders.forEach(order -> order.fail(unknownOutcome));
        }
    }

    /** Looks up, builds, stores and starts, answers. */
    private void enterTogether(List<PendingOrder<?>> orders) {
        var known = lookUp.of(orders.stream().map(PendingOrder::entered).toList());
        var built = orders.stream().filter(order -> order.build(known, random)).toList();
        process.start(built.stream().map(PendingOrder::built).toList());
        built.forEach(PendingOrder::answer);
    }

    private static void beforeCommit(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            throw new FailedBeforeCommit(failure);
        }
    }

    private static final class FailedBeforeCommit extends RuntimeException {

        FailedBeforeCommit(RuntimeException cause) {
            super(cause);
        }
    }
}
