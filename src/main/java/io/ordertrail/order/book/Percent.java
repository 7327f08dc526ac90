package io.ordertrail.order.book;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in percent with six decimal places, so that rounding does not reach the threshold of a rule. */
public final class Percent {

    public static final BigDecimal HUNDRED = new BigDecimal(100);

    public static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP);
    }

    private Percent() {}
}
