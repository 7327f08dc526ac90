package io.ordertrail.stock.booking;

import java.util.Comparator;
import java.util.List;

/**
 * Work that is handed in by the thousand. What touches nobody else is done together, in one transaction and few statements; what
 * concerns orders is left to be done alone, so that one order's fate does not hang on other people's lines.
 *
 * @param <I> what is handed in
 * @param <O> what becomes of it
 */
public interface BatchOperation<I, O> {

    /** In which sequence they are done: by SKU, in which stock is locked; equal ones keep theirs. */
    Comparator<I> order(List<I> all);

    /** @return for each what became of it, in the same sequence; of one product, all after the first that is left alone are so too */
    List<BatchResult<O>> together(List<I> many);

    /** In a transaction of its own. */
    O alone(I one);
}
