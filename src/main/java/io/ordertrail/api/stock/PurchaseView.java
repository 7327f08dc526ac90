package io.ordertrail.api.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.ordertrail.stock.replenishment.PurchaseOrder;

/**
 * Goods that are to be bought for a shelf.
 *
 * @param ordered left out where nothing was ordered
 * @param open pieces still to come
 * @param overdue whether they should have come by now
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

    /** @param next what to send as {@code after} for the page that follows; null on the last one */
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
