package io.ordertrail.order.book;

/** What an order tells the process that drives it; the process package answers. Who brings news has taken the order's turn. */
public interface OrderProcess {

    /**
     * Waits for whoever moves the order now, and keeps everybody else from it until the transaction ends.
     *
     * @throws UnknownOrder where there is none of that number
     */
    Order turn(OrderNumber number);

    /** Starts the process of a new order; the entry is told of it, within this call. */
    void entered(OrderNumber number, OrderEntry entry);

    /** @throws OrderRefusal when the process no longer waits for that news */
    void cancellationRequested(Order order);

    void delivered(Order order);

    void receiptConfirmed(Order order);
}
