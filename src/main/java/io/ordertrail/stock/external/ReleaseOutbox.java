package io.ordertrail.stock.external;

import io.ordertrail.order.book.OrderNumber;

/**
 * Calls {@link AskForRelease} for an order after the running transaction has committed, until it succeeds. The process
 * package implements it with a job of the engine.
 */
public interface ReleaseOutbox {

    /** The calls for one order come one after the other, also after the order has ended. */
    void add(OrderNumber order);
}
