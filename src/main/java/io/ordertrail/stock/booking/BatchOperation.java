package io.ordertrail.stock.booking;

import java.util.Comparator;
import java.util.List;

/**
 * Work that systems submit by the thousand. Items that affect no order are done together, in one transaction and few
 * statements; items that affect orders are done alone, so that an order does not depend on unrelated items.
 *
 * @param <I> an item of the batch
 * @param <O> its result
 */
public interface BatchOperation<I, O> {

    /** The sequence of execution: by SKU, in which stock is locked; items of one SKU keep their sequence. */
    Comparator<I> order(List<I> all);

    /**
     * Does what affects no order, in one transaction. Once an item of a product has to be done alone, all later ones of
     * it have to be, too.
     *
     * @return a result for each item, in the same sequence
     */
    List<BatchResult<O>> together(List<I> items);

    /** Does one item in a transaction of its own. */
    O alone(I item);
}
