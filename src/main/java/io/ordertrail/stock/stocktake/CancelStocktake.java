package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;

/** Cancels a stocktake before it is booked: stock does not change, and other stocktakes may count the products. */
@Service
@Transactional
public class CancelStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final StocktakeSteps steps;
    private final Actor actor;

    CancelStocktake(Stocktakes stocktakes, StocktakeLines lines, StocktakeSteps steps, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.steps = steps;
        this.actor = actor;
    }

    public void cancel(long number) {
        steps.take(number, () -> stocktakes.cancel(number, actor.stamp()));
        lines.release(number);
    }
}
