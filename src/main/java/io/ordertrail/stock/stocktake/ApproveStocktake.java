package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Company;
import io.ordertrail.refusal.Refusal;

/** Approves the variances of a stocktake for booking. Expensive ones need a second person. */
@Service
@Transactional
public class ApproveStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final ApprovalPolicy policy;
    private final Company company;
    private final Actor actor;

    ApproveStocktake(Stocktakes stocktakes, StocktakeLines lines, ApprovalPolicy policy, Company company, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.policy = policy;
        this.company = company;
        this.actor = actor;
    }

    /**
     * Approves one submission.
     *
     * @param round the submission that the approver has seen: later figures are not approved with it
     */
    public void approve(long number, int round) {
        var stamp = actor.stamp();
        var stocktake = stocktakes.after(stocktakes.approve(number, round, stamp), number);
        if (needsSecondPerson(stocktake, stamp.by())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "stocktake.refuses.second-person",
                    policy.secondPersonAbove(),
                    company.currency());
        }
    }

    /** Tells whether a person other than this one has to approve the stocktake. */
    @Transactional(readOnly = true)
    public boolean needsSecondPerson(Stocktake stocktake, String person) {
        var variances = new Variances(lines.of(stocktake.number()), company.currency());
        return policy.requiresSecondPerson(variances.value())
                && variances.countedOrSubmittedBy(stocktake.submittedBy()).contains(person);
    }
}
