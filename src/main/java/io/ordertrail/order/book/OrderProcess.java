package io.ordertrail.order.book;

import java.util.List;

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

    /**
     * Starts the processes of new orders, one after the other, in one command of the engine. It locks the customers and
     * the stock of all of them first, stores each order with its process instance and runs each under its caller.
     */
    void start(List<EnteredOrder> orders);

    /**
     * Requests the cancellation.
     *
     * @throws OrderRefusal when the process no longer waits for this message
     */
    void cancellationRequested(Order order);

    void delivered(Order order);

    void receiptConfirmed(Order order);
}
