package io.ordertrail.intake.run;

import java.time.Duration;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.intake.run.ImportedOrder.State;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.fulfilment.CancelOrder;
import io.ordertrail.order.fulfilment.Cancellation;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.transaction.ContentionRetry;

/** Cancels the next orders of an import. An order whose goods have left stays. */
@Service
public class CancelImportedOrders {

    /** A run ends long before the lock of its job. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final int TOGETHER = 50;

    private final OrderImports imports;
    private final ImportedOrders orders;
    private final CancelOrder cancelOrder;
    private final ContentionRetry retry;
    private final TransactionTemplate transaction;

    CancelImportedOrders(
            OrderImports imports,
            ImportedOrders orders,
            CancelOrder cancelOrder,
            ContentionRetry retry,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Cancels orders for some seconds, and returns whether that was all. */
    public boolean cancel(ImportNumber number) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            var some = orders.in(number, State.ENTERED, 0, TOGETHER);
            if (some.isEmpty()) {
                imports.end(number, OrderImport.State.UNDONE);
                return true;
            }
            some.forEach(order -> cancel(number, order));
        }
        return false;
    }

    /** The cancellation and the note of it are stored together, so a repeated run takes no order twice. */
    private void cancel(ImportNumber number, ImportedOrder order) {
        try {
            retry.call(() -> transaction.execute(status -> {
                cancelOrder.cancel(new OrderNumber(order.number()), reason(number));
                orders.move(number, order.firstRow(), State.ENTERED, State.UNDONE);
                return order;
            }));
        } catch (Refusal touched) {
            orders.move(number, order.firstRow(), State.ENTERED, State.KEPT);
        }
    }

    private static Cancellation reason(ImportNumber number) {
        return new Cancellation(Sentence.of("import.undo.reason", number.toString()));
    }
}
