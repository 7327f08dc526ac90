package io.ordertrail.stock.stocktake;

import java.util.List;
import java.util.function.IntSupplier;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Subject;
import io.ordertrail.stock.stocktake.Stocktake.State;

/** Takes the steps of stocktakes and records them in the trail of changes. */
@Component
class StocktakeSteps {

    private final Stocktakes stocktakes;
    private final ChangeLog log;
    private final Actor actor;

    StocktakeSteps(Stocktakes stocktakes, ChangeLog log, Actor actor) {
        this.stocktakes = stocktakes;
        this.log = log;
        this.actor = actor;
    }

    Stocktake open(StocktakePlan plan) {
        var stocktake = stocktakes.save(new Stocktake(plan.site(), plan.wholeSite(), plan.reason(), actor.stamp()));
        moved(stocktake.number(), null, State.COUNTING);
        return stocktake;
    }

    /**
     * Returns the stocktake after a step.
     *
     * @param step updates the row and returns how many rows it updated
     * @throws io.ordertrail.refusal.Refusal where the step was not taken; the message names the current state
     */
    Stocktake take(long number, IntSupplier step) {
        var from = stocktakes.stateOf(number);
        var stocktake = stocktakes.after(step.getAsInt(), number);
        moved(number, from, stocktake.state());
        return stocktake;
    }

    /** Returns a stocktake in counting and keeps it there until the transaction ends. */
    Stocktake counting(long number) {
        return stocktakes.counting(number);
    }

    /**
     * Records a step that was taken.
     *
     * @param from null for a new stocktake
     */
    void moved(long number, State from, State to) {
        record(number, act(from, to), new Difference(null, "state", from == null ? null : from.name(), to.name()));
    }

    /**
     * Records a count.
     *
     * @param before null without a former count
     */
    void counted(long number, String sku, Integer before, int counted) {
        record(
                number,
                Act.CHANGED,
                new Difference(sku, "counted", before == null ? null : before.toString(), String.valueOf(counted)));
    }

    private void record(long number, Act act, Difference difference) {
        log.record(
                actor.stamp(), new Subject(Subject.Kind.STOCKTAKE, Stocktake.nameOf(number)), act, List.of(difference));
    }

    private static Act act(State from, State to) {
        if (from == null) {
            return Act.CREATED;
        }
        return to == State.APPROVED ? Act.APPROVED : Act.CHANGED;
    }
}
