package io.ordertrail.order.entry;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ordertrail.order.book.NewOrder;
import io.ordertrail.order.book.OrderNumber;

/**
 * Orders that arrive at the same moment share a transaction, so that its cost and the locks of goods that all want are shared, too.
 * Each gets an answer of its own: where one cannot be entered, the others are entered without it. The process package answers.
 */
public interface EntryQueue {

    /**
     * Within a transaction of the caller's the order joins that one and no other.
     *
     * @param lookUp finds out at once what the entries of all that share the transaction are going to ask
     * @param entry stores the order and nothing outside the database; done again in a transaction of its own when one beside it failed
     * @param answer made up in the same transaction, once all that share it are stored
     * @return the answer, when everything is stored for good
     */
    <T> T enter(
            NewOrder order,
            Consumer<List<NewOrder>> lookUp,
            Supplier<OrderNumber> entry,
            Function<OrderNumber, T> answer);
}
