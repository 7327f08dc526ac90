package io.ordertrail.stock.stocktake;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.refusal.InvalidInput.Fault;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.stocktake.Stocktake.Uncounted;

/** Ends counting and hands the differences to those who approve them. */
@Service
@Transactional
public class SubmitStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final CountSheet counts;
    private final Actor actor;

    SubmitStocktake(Stocktakes stocktakes, StocktakeLines lines, CountSheet counts, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.counts = counts;
        this.actor = actor;
    }

    /** @param uncounted what becomes of products that nobody counted; null is taken only where there are none */
    public void submit(long number, Uncounted uncounted) {
        var stocktake = stocktakes.counting(number);
        var left = lines.notCounted(number, Limit.unlimited());
        if (!left.isEmpty() && uncounted == null) {
            throw new InvalidInput(List.of(new Fault("/uncounted", Sentence.of("stocktake.input.uncounted"))));
        }
        if (uncounted == Uncounted.AS_ZERO) {
            left.stream().map(StocktakeLine::sku).sorted().forEach(sku -> counts.writeZero(stocktake, sku));
        }
        if (lines.counted(number, Limit.of(1)).isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.nothing", stocktake.name());
        }
        stocktakes.submit(number, actor.stamp());
    }
}
