package io.ordertrail.api.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.stock.replenishment.PurchaseOrder;

/**
 * A purchase order for a product at a site; all quantities are in units.
 *
 * @param ordered null when nothing was ordered
 * @param open quantity that has not been received
 * @param overdue whether the expected day has passed
 */
record PurchaseView(
        String number,
        String sku,
        String site,
        PurchaseOrder.State state,
        int suggested,
        Integer ordered,
        int received,
        int open,
        LocalDate expected,
        boolean overdue,
        String note,
        Instant proposedAt,
        Instant decidedAt,
        String decidedBy,
        Instant endedAt) {

    /**
     * A page of purchase orders.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record PurchasePage(List<PurchaseView> purchases, String next) {}

    static PurchaseView of(PurchaseOrder purchase, LocalDate today) {
        return new PurchaseView(
                purchase.number().value(),
                purchase.sku(),
                purchase.site(),
                purchase.state(),
                purchase.suggested(),
                purchase.ordered(),
                purchase.received(),
                purchase.open(),
                purchase.expected(),
                purchase.overdue(today),
                purchase.note(),
                purchase.proposedAt(),
                purchase.decidedAt(),
                purchase.decidedBy(),
                purchase.endedAt());
    }
}
