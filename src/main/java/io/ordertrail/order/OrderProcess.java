package io.ordertrail.order;

/** What an order tells the process that drives it; the process package answers. */
public interface OrderProcess {

  void entered(OrderNumber number);

  /** @throws OrderRefuses when the process no longer waits for that news */
  void cancellationRequested(Order order);

  void delivered(Order order);

  void receiptConfirmed(Order order);
}
