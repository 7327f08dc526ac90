package io.ordertrail.stock.booking;

import io.ordertrail.stock.ledger.StockMovement;

/**
 * A movement in the ledger.
 *
 * @param repeated whether it was booked before, so that nothing has changed
 */
public record Booked(StockMovement movement, boolean repeated) {}
