package io.ordertrail.order.entry;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;

/**
 * Groups orders that are entered at the same moment into one transaction, so that they share its cost and the locks of
 * products that several of them need. Each caller gets its own answer: when one order fails, the others are entered
 * without it. The process package implements it.
 */
public interface EntryQueue {

    /**
     * Enters an order. When the caller has a transaction, the order joins that transaction and no group.
     *
     * @param preload loads the data that all entries of the group need
     * @param entry stores the order and changes nothing outside the database; it is repeated in a transaction of its
     *     own when another order of the group fails
     * @param answer builds the answer in the same transaction, once all orders of the group are stored
     * @return the answer, after the commit
     */
    <T> T enter(
            NewOrder order,
            Consumer<List<NewOrder>> preload,
            Supplier<OrderNumber> entry,
            Function<OrderNumber, T> answer);
}
