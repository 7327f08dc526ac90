package io.ordertrail.stock.stocktake;

import io.ordertrail.refusal.Refusal;

/** Somebody counted this product already: it has to be said whether the new figure stands instead of theirs or comes to it. */
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
