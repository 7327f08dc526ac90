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
    private final Actor actor;

    CancelStocktake(Stocktakes stocktakes, StocktakeLines lines, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.actor = actor;
    }

    public void cancel(long number) {
        stocktakes.after(stocktakes.cancel(number, actor.stamp()), number);
        lines.release(number);
    }
}
