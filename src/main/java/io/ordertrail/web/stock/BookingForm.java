package io.ordertrail.web.stock;

import java.util.Arrays;
import java.util.UUID;

import io.ordertrail.refusal.Blanks;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.web.page.FormInput;

/**
 * The input of a form that books a stock movement.
 *
 * @param id created when the form is shown, so that a form that is sent twice is booked once
 * @param purchase number of the purchase order of the goods; empty when they belong to none
 */
record BookingForm(String id, String kind, String sku, String site, String quantity, String reason, String purchase) {

    static BookingForm receipt(String sku, String site, String purchase) {
        return new BookingForm(newId(), Kind.RECEIPT.name(), sku, site, "", "", purchase);
    }

    static BookingForm of(String sku) {
        return new BookingForm(newId(), Kind.ADJUSTMENT.name(), sku, "", "", "", "");
    }

    static BookingForm of(FormInput typed) {
        return new BookingForm(
                typed.text("id"),
                typed.text("kind"),
                typed.text("sku"),
                typed.text("site"),
                typed.text("quantity"),
                typed.text("reason"),
                typed.text("purchase"));
    }

    /** The same input with a new id, to be booked as another movement. */
    BookingForm withNewId() {
        return new BookingForm(newId(), kind, sku, site, quantity, reason, purchase);
    }

    /** The same input for the product with this SKU. */
    BookingForm withSku(String product) {
        return new BookingForm(id, kind, product, site, quantity, reason, purchase);
    }

    /** The same input with a purchase order. */
    BookingForm withPurchase(String number) {
        return new BookingForm(id, kind, sku, site, quantity, reason, number);
    }

    /** Tells whether the quantity is the SKU: a second scan writes the code into the quantity field. */
    boolean quantityIsSku() {
        return !sku.isBlank() && Blanks.trimmed(sku).equals(Blanks.trimmed(quantity));
    }

    /**
     * Reads the booking from the input.
     *
     * @throws io.ordertrail.refusal.InvalidInput when the quantity cannot be read
     */
    Booking booking() {
        var typed = new FormInput(null);
        var units = typed.integer("/quantity", quantity, "stock.input.quantity");
        typed.refuseUnreadable();
        var kindOrNull = Arrays.stream(Kind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElse(null);
        return new Booking(
                id.isBlank() ? newId() : id,
                Blanks.trimmed(sku),
                Blanks.trimmed(site),
                kindOrNull == Kind.LOSS ? lost(units) : units,
                kindOrNull,
                FormInput.orNull(reason));
    }

    /** A loss reduces the stock, whether the user types the quantity with or without a minus sign. */
    private static Integer lost(Integer units) {
        return units == null ? null : -Math.abs(units);
    }

    private static String newId() {
        return "desk-" + UUID.randomUUID();
    }
}
