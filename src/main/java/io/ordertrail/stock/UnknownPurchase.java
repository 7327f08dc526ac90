package io.ordertrail.stock;

import io.ordertrail.platform.Refusal;

public class UnknownPurchase extends Refusal {

  public UnknownPurchase(String number) {
    super(Kind.UNKNOWN, "purchase.unknown", number);
  }
}
