package io.ordertrail.order;

import io.ordertrail.platform.Refusal;

public class UnknownOrder extends Refusal {

  public UnknownOrder(String number) {
    super(Kind.UNKNOWN, "order.unknown", number);
  }
}
