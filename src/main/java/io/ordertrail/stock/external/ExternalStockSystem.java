package io.ordertrail.stock.external;

import java.util.List;

import io.ordertrail.order.book.OrderNumber;

/**
 * The company's own stock system, where one has to be asked besides our own books. Where its answer does not come, an exception says
 * so; what was asked may have been done all the same, so the same is asked again under the same key.
 */
public interface ExternalStockSystem {

    /** What it says to a reservation. RELEASED: the key was given back before, so nothing is set aside under it any more. */
    enum Outcome {
        RESERVED,
        REFUSED,
        RELEASED
    }

    /** @param missing what is not there, where it refuses; never empty then */
    record Reply(Outcome outcome, List<StockedQuantity> missing) {}

    /** Sets all of the goods aside there, or nothing; however often it is asked under one key, once. */
    Reply reserve(String key, OrderNumber order, List<StockedQuantity> goods);

    /** Gives back what is set aside under the key, and makes sure that nothing is set aside under it later. */
    void release(String key);
}
