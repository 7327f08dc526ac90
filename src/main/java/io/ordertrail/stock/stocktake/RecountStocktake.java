package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a stocktake back to be counted again: what was counted stays, to be replaced where it is wrong, and an approval is void. */
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
