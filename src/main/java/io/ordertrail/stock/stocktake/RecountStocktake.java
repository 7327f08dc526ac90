package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns a stocktake to counting: counts stay until a new count replaces them, and an approval is void. */
@Service
@Transactional
public class RecountStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeSteps steps;

    RecountStocktake(Stocktakes stocktakes, StocktakeSteps steps) {
        this.stocktakes = stocktakes;
        this.steps = steps;
    }

    public void recount(long number) {
        steps.take(number, () -> stocktakes.recount(number));
    }
}
