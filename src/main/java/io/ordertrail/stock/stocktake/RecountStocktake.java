package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns a stocktake to counting: counts stay until a new count replaces them, and an approval is void. */
@Service
@Transactional
public class RecountStocktake {

    private final Stocktakes stocktakes;

    RecountStocktake(Stocktakes stocktakes) {
        this.stocktakes = stocktakes;
    }

    public void recount(long number) {
        stocktakes.after(stocktakes.recount(number), number);
    }
}
