package io.ordertrail.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer, or staff for them, confirms the receipt. */
@Service
@Transactional
public class ConfirmReceipt {

  private final Orders orders;
  private final Timeline timeline;
  private final OrderProcess process;

  ConfirmReceipt(Orders orders, Timeline timeline, OrderProcess process) {
    this.orders = orders;
    this.timeline = timeline;
    this.process = process;
  }

  /** @throws OrderRefuses where the order is not at that point */
  public void confirm(OrderNumber number) {
    var order = orders.getLocked(number);
    order.mayBeReceived();
    timeline.note(number, "receipt", null);
    process.receiptConfirmed(order);
  }
}
