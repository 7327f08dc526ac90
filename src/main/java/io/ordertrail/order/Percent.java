package io.ordertrail.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in percent, with enough places that a rule's bound is not met by rounding. */
final class Percent {

  static final BigDecimal HUNDRED = new BigDecimal(100);

  static BigDecimal of(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP);
  }

  private Percent() {
  }
}
