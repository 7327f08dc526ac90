package io.ordertrail.stock.external;

import java.util.List;

import io.ordertrail.order.book.OrderNumber;

/**
 * An external stock system that reserves in addition to our books. A missing answer is an exception; the system may
 * have done the call nevertheless, so the caller repeats it under the same key.
 */
public interface ExternalStockSystem {

    /** The answer to a reservation. RELEASED: the key was released before and holds nothing any more. */
    enum Outcome {
        RESERVED,
        REFUSED,
        RELEASED
    }

    /**
     * The answer of the system.
     *
     * @param missing units that the system does not have; never empty for a refusal
     */
    record Reply(Outcome outcome, List<StockedQuantity> missing) {}

    /** Reserves all of the goods or none. Repeated calls under one key reserve once. */
    Reply reserve(String key, OrderNumber order, List<StockedQuantity> goods);

    /** Releases the key's reservation and makes sure that no later call reserves under the key. */
    void release(String key);
}
