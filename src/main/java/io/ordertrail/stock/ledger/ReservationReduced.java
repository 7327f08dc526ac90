package io.ordertrail.stock.ledger;

import io.ordertrail.order.book.OrderNumber;

/**
 * Goods that were reserved for an order are not reserved for it any more, and did not leave as its shipment.
 *
 * @param kind RELEASE when they are available to other orders again
 */
public record ReservationReduced(OrderNumber order, StockMovement.Kind kind) {}
