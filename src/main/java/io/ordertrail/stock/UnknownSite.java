package io.ordertrail.stock;

import io.ordertrail.platform.Refusal;

public class UnknownSite extends Refusal {

  UnknownSite(String code) {
    super(Kind.UNKNOWN, "site.unknown", code);
  }
}
