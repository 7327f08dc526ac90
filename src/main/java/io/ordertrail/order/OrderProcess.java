package io.ordertrail.order;

/** What an order tells the process that drives it; the process package answers. Who brings news has locked the order. */
public interface OrderProcess {

  /** Starts the process of a new order; the entry is told of it, within this call. */
  void entered(OrderNumber number, OrderEntry entry);

  /** @throws OrderRefuses when the process no longer waits for that news */
  void cancellationRequested(Order order);

  void delivered(Order order);

  void receiptConfirmed(Order order);
}
