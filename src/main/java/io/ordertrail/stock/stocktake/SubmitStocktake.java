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

/** Ends counting and submits the variances for approval. */
@Service
@Transactional
public class SubmitStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final CountSheet countSheet;
    private final StocktakeSteps steps;
    private final Actor actor;

    SubmitStocktake(
            Stocktakes stocktakes, StocktakeLines lines, CountSheet countSheet, StocktakeSteps steps, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.countSheet = countSheet;
        this.steps = steps;
        this.actor = actor;
    }

    /**
     * Submits a stocktake.
     *
     * @param uncounted how products without a count are treated; null is allowed only where there are none
     */
    public void submit(long number, Uncounted uncounted) {
        var stocktake = stocktakes.counting(number);
        var notCounted = lines.notCounted(number, Limit.unlimited());
        if (!notCounted.isEmpty() && uncounted == null) {
            throw new InvalidInput(List.of(new Fault("/uncounted", Sentence.of("stocktake.input.uncounted"))));
        }
        if (uncounted == Uncounted.AS_ZERO) {
            notCounted.stream().map(StocktakeLine::sku).sorted().forEach(sku -> writeZero(stocktake, sku));
        }
        if (lines.counted(number, Limit.of(1)).isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.nothing", stocktake.name());
        }
        stocktakes.submit(number, actor.stamp());
        steps.moved(number, Stocktake.State.COUNTING, Stocktake.State.SUBMITTED);
    }

    private void writeZero(Stocktake stocktake, String sku) {
        if (countSheet.writeZero(stocktake, sku)) {
            steps.counted(stocktake.number(), sku, null, 0);
        }
    }
}
