package io.ordertrail.api.wire;

import java.math.BigDecimal;
import java.util.Currency;

import io.ordertrail.catalog.Money;

/** Formats decimal numbers as strings for JSON, so that no client reads them as floating-point numbers. */
public final class DecimalStrings {

    public static String amount(Money money) {
        return money.rounded().amount().toPlainString();
    }

    /** A price with at least as many decimal places as its currency has. */
    public static String price(BigDecimal price, Currency currency) {
        var plain = price.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), currency.getDefaultFractionDigits()))
                .toPlainString();
    }

    public static String percent(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    private DecimalStrings() {}
}
