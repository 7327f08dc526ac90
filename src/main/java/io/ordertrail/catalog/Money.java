package io.ordertrail.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in a currency. Only {@link #rounded()} rounds it: half up, to the places of the currency. */
public record Money(BigDecimal amount, Currency currency) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency).rounded();
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /**
     * Deducts a discount.
     *
     * @param percent 0 to 100
     */
    public Money less(BigDecimal percent) {
        return new Money(amount.multiply(HUNDRED.subtract(percent)).divide(HUNDRED), currency);
    }

    public Money rounded() {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }
}
