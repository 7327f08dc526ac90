package io.ordertrail.stock;

import io.ordertrail.order.OrderNumber;

/** What stock tells the process that drives the orders; the process package answers. */
public interface WaitingOrders {

  /** Keeps everybody else from the order until the transaction ends. */
  void lock(OrderNumber order);

  /** Everything that the order waited for is set aside now. */
  void allSetAside(OrderNumber order);

  /** Goods promised to the order are gone. */
  void lost(OrderNumber order);

  /** Whether the order has ended, so that nothing more is set aside for it. */
  boolean isOver(OrderNumber order);

  /** The company's own stock system does not have what we promised to the order. */
  void refused(OrderNumber order);
}
