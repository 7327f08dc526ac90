package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;

import io.ordertrail.order.book.OrderNumber;

/** What stock tells and asks the process that drives the orders; the process package implements it. */
public interface WaitingOrders {

    /** The products of these orders, each once, in no sequence. */
    List<String> products(Collection<OrderNumber> orders);

    /** Locks the order until the transaction ends. A caller that also needs its stock has locked that before. */
    void lock(OrderNumber order);

    /** Everything that the order waited for is reserved now. */
    void allReserved(OrderNumber order);

    /** The order lost units that were reserved for it. */
    void reservationLost(LostReservation loss);

    /** Goods of a waiting order were given to an order before it in the queue, which they complete. */
    void reallocated(OrderNumber from, OrderNumber to, String sku, String site, int units);

    /** Whether the order has ended, so that nothing more is reserved for it. */
    boolean hasEnded(OrderNumber order);

    /** Whether the order's reservation in the external stock system is about to be released there. */
    boolean isReleasingExternally(OrderNumber order);

    /** The external stock system does not have what is reserved for the order. */
    void refusedExternally(OrderNumber order);
}
