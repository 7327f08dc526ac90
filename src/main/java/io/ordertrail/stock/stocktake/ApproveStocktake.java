package io.ordertrail.stock.stocktake;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Company;
import io.ordertrail.refusal.Refusal;

/** Says that the differences of a stocktake are to be booked; expensive ones are approved by a second person. */
@Service
@Transactional
public class ApproveStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final ApprovalPolicy secondPerson;
    private final Company company;
    private final Actor actor;

    ApproveStocktake(
            Stocktakes stocktakes, StocktakeLines lines, ApprovalPolicy secondPerson, Company company, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.secondPerson = secondPerson;
        this.company = company;
        this.actor = actor;
    }

    /** @param round the submission that the person has seen: figures that changed since are not approved with it */
    public void approve(long number, int round) {
        var stamp = actor.stamp();
        var stocktake = stocktakes.after(stocktakes.approve(number, round, stamp), number);
        if (needsAnother(stocktake, stamp.by())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "stocktake.refuses.second-person",
                    secondPerson.secondPersonAbove(),
                    company.currency());
        }
    }

    /** Whether somebody else than this person has to approve it. */
    @Transactional(readOnly = true)
    public boolean needsAnother(Stocktake stocktake, String person) {
        var differences = new Variances(lines.of(stocktake.number()), company.currency());
        return secondPerson.isNeededFor(differences.value())
                && differences.countedOrSubmittedBy(stocktake.submittedBy()).contains(person);
    }
}
