package io.ordertrail.order.book;

/**
 * The messages that an order sends to its process; the process package implements it. The caller locks the order before
 * it sends a message.
 */
public interface OrderProcess {

    /**
     * Locks the order until the transaction ends; waits while another transaction holds the lock.
     *
     * @throws UnknownOrder when no order has this number
     */
    Order lock(OrderNumber number);

    /** Starts the process of a new order and calls the entry before it returns. */
    void entered(OrderNumber number, OrderEntry entry);

    /**
     * Requests the cancellation.
     *
     * @throws OrderRefusal when the process no longer waits for this message
     */
    void cancellationRequested(Order order);

    void delivered(Order order);

    void receiptConfirmed(Order order);
}
