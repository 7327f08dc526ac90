package io.ordertrail.stock.stocktake;

import io.ordertrail.refusal.Refusal;

/**
 * The product was counted before. The caller has to decide whether the new count replaces the former one or is added to
 * it.
 */
public class AlreadyCounted extends Refusal {

    private final transient StocktakeLine line;

    AlreadyCounted(StocktakeLine line) {
        super(Kind.CONFLICT, "stocktake.refuses.counted", line.sku(), line.counted(), line.countedBy());
        this.line = line;
    }

    public StocktakeLine line() {
        return line;
    }
}
