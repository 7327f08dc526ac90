package io.ordertrail.api.wire;

import java.math.BigDecimal;
import java.util.Currency;

import io.ordertrail.catalog.Money;

/** Numbers on the wire: strings, so that no reader makes floats of them. */
public final class DecimalStrings {

    public static String amount(Money money) {
        return money.rounded().amount().toPlainString();
    }

    /** With the currency's places, and the further ones where the price has any. */
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
