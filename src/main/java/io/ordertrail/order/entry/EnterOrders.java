package io.ordertrail.order.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.transaction.Batches;
import io.ordertrail.transaction.Contention;
import io.ordertrail.transaction.ContentionRetry;

/** Enters many orders of one caller in groups that share a transaction; each order is entered or refused by itself. */
@Service
public class EnterOrders {

    private final ValidateOrder validateOrder;
    private final EnterOrder enterOrder;
    private final Contention contention;
    private final ContentionRetry retry;

    EnterOrders(ValidateOrder validateOrder, EnterOrder enterOrder, Contention contention, ContentionRetry retry) {
        this.validateOrder = validateOrder;
        this.enterOrder = enterOrder;
        this.contention = contention;
        this.retry = retry;
    }

    /**
     * One order of a batch.
     *
     * @param past the day of an order that had ended before it came here; null for one that runs its process
     * @param answer runs in the transaction of the entry; what it stores is stored with the order or not at all
     */
    public record Item<T>(NewOrder order, LocalDate past, Function<OrderNumber, T> answer) {

        public Item(NewOrder order, Function<OrderNumber, T> answer) {
            this(order, null, answer);
        }
    }

    /**
     * What came of one order.
     *
     * @param answer null when the order was not entered
     * @param failure why it was not entered, or null
     */
    public record Result<T>(T answer, RuntimeException failure) {}

    /** Returns the results in the sequence of the orders. Each group is entered when its first result is asked for. */
    public <T> Stream<Result<T>> enter(List<Item<T>> items) {
        return Batches.of(items, EntryGroup.MAX_ORDERS).flatMap(group -> enterGroup(group));
    }

    private <T> Stream<Result<T>> enterGroup(List<Item<T>> items) {
        var orders = items.stream().map(this::validated).toList();
        enterOrder.enter(List.copyOf(orders));
        return IntStream.range(0, items.size()).mapToObj(i -> result(orders.get(i), items.get(i)));
    }

    private <T> PendingOrder<T> validated(Item<T> item) {
        return item.past() == null
                ? validateOrder.validate(item.order(), item.answer())
                : validateOrder.validatePast(item.order(), item.past(), item.answer());
    }

    private <T> Result<T> result(PendingOrder<T> order, Item<T> item) {
        try {
            return new Result<>(answer(order, item), null);
        } catch (RuntimeException failure) {
            return new Result<>(null, failure);
        }
    }

    /** An order that met contention in the group and by itself is repeated like a single order. */
    private <T> T answer(PendingOrder<T> order, Item<T> item) {
        try {
            return order.result();
        } catch (RuntimeException failure) {
            if (!contention.isRepeatable(failure)) {
                throw failure;
            }
            return retry.call(() -> {
                var again = validated(item);
                enterOrder.enter(List.of(again));
                return again.result();
            });
        }
    }
}
