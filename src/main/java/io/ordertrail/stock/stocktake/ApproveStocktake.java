package io.ordertrail.stock.stocktake;

import java.time.Instant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.refusal.Refusal;

/**
 * Approves the variances of a stocktake for booking. Expensive ones need a second person. A submission that nobody
 * approves in time has expired: the products are counted again.
 */
@Service
@Transactional
public class ApproveStocktake {

    private final Stocktakes stocktakes;
    private final ReadVariances readVariances;
    private final SecondPerson secondPerson;
    private final StocktakeSteps steps;
    private final Actor actor;

    ApproveStocktake(
            Stocktakes stocktakes,
            ReadVariances readVariances,
            SecondPerson secondPerson,
            StocktakeSteps steps,
            Actor actor) {
        this.stocktakes = stocktakes;
        this.readVariances = readVariances;
        this.secondPerson = secondPerson;
        this.steps = steps;
        this.actor = actor;
    }

    /**
     * Approves one submission.
     *
     * @param round the submission that the approver has seen: later figures are not approved with it
     */
    public void approve(long number, int round) {
        var stamp = actor.stamp();
        var stocktake = steps.take(
                number,
                () -> requireInTime(
                        number, stocktakes.approve(number, round, stamp.at().minus(secondPerson.waits()), stamp)));
        if (needsSecondPerson(stocktake, stamp.by())) {
            throw secondPerson.refusal();
        }
    }

    /** Tells whether a person other than this one has to approve the stocktake. */
    @Transactional(readOnly = true)
    public boolean needsSecondPerson(Stocktake stocktake, String person) {
        var variances = readVariances.of(stocktake.number());
        return secondPerson.isRequired(variances.value())
                && variances.countedOrSubmittedBy(stocktake.submittedBy()).contains(person);
    }

    /** The moment until which a submitted stocktake can be approved. */
    public Instant expires(Stocktake stocktake) {
        return stocktake.submittedAt().plus(secondPerson.waits());
    }

    public boolean isExpired(Stocktake stocktake) {
        return !expires(stocktake).isAfter(actor.stamp().at());
    }

    private int requireInTime(long number, int taken) {
        var stocktake = taken == 0 ? stocktakes.findById(number).orElse(null) : null;
        if (stocktake != null && stocktake.state() == Stocktake.State.SUBMITTED && isExpired(stocktake)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.expired", stocktake.name());
        }
        return taken;
    }
}
