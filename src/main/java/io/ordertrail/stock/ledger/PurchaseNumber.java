package io.ordertrail.stock.ledger;

import java.util.Optional;

import io.ordertrail.refusal.Blanks;

/**
 * Names a purchase everywhere: primary key, business key of its process instance, number on the supplier's papers. Such
 * as {@code P-000123}.
 */
public record PurchaseNumber(long id) {

    private static final int MAX_DIGITS = 12;

    /** Reads what a person typed: any case, with or without the leading zeros. */
    public static Optional<PurchaseNumber> of(String typed) {
        var text = typed == null ? "" : Blanks.trimmed(typed);
        return text.matches("[Pp]-?[0-9]{1," + MAX_DIGITS + "}")
                ? Optional.of(new PurchaseNumber(Long.parseLong(text.replaceAll("\\D", ""))))
                : Optional.empty();
    }

    /**
     * Reads a number that has to be valid.
     *
     * @throws UnknownPurchase when it is not
     */
    public static PurchaseNumber get(String written) {
        return of(written).orElseThrow(() -> new UnknownPurchase(String.valueOf(written)));
    }

    public String value() {
        return String.format("P-%06d", id);
    }

    @Override
    public String toString() {
        return value();
    }
}
