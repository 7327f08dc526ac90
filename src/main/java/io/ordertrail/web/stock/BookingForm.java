package io.ordertrail.web.stock;

import java.util.Arrays;
import java.util.UUID;

import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;
import io.ordertrail.web.page.FormInput;

/**
 * Goods that come or go, as it stands in a form.
 *
 * @param id drawn when the form is shown: sent twice, it is booked once
 * @param purchase number of the purchase of which the goods come; empty where they come of none
 */
record BookingForm(String id, String kind, String sku, String site, String quantity, String reason, String purchase) {

    static BookingForm receipt(String sku, String site, String purchase) {
        return new BookingForm(draw(), Kind.RECEIPT.name(), sku, site, "", "", purchase);
    }

    static BookingForm of(String sku) {
        return new BookingForm(draw(), Kind.ADJUSTMENT.name(), sku, "", "", "", "");
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

    /** The same, to be booked as something else. */
    BookingForm anew() {
        return new BookingForm(draw(), kind, sku, site, quantity, reason, purchase);
    }

    /** A scanner that was pressed twice writes its second reading into the quantity. */
    boolean quantityIsSku() {
        return !sku.isBlank() && sku.strip().equals(quantity.strip());
    }

    /** @throws io.ordertrail.refusal.InvalidInput where the quantity cannot be read */
    Booking booking() {
        var typed = new FormInput(null);
        var pieces = typed.integer("/quantity", quantity, "stock.input.quantity");
        typed.refuseUnreadable();
        var known = Arrays.stream(Kind.values())
                .filter(any -> any.name().equals(kind))
                .findFirst()
                .orElse(null);
        return new Booking(
                id.isBlank() ? draw() : id,
                sku.strip(),
                site.strip(),
                known == Kind.LOSS ? lost(pieces) : pieces,
                known,
                FormInput.orNull(reason));
    }

    /** Whoever says how much is lost means so many pieces less, with or without the sign. */
    private static Integer lost(Integer pieces) {
        return pieces == null ? null : -Math.abs(pieces);
    }

    private static String draw() {
        return "desk-" + UUID.randomUUID();
    }
}
