package io.ordertrail.stock;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Company;
import io.ordertrail.platform.Actor;
import io.ordertrail.platform.Refusal;

/** Says that the differences of a stocktake are to be booked; expensive ones are approved by a second person. */
@Service
@Transactional
public class ApproveStocktake {

  private final Stocktakes stocktakes;
  private final StocktakeLines lines;
  private final SecondPerson secondPerson;
  private final Company company;
  private final Actor actor;
  private final Clock clock;

  ApproveStocktake(Stocktakes stocktakes, StocktakeLines lines, SecondPerson secondPerson, Company company, Actor actor, Clock clock) {
    this.stocktakes = stocktakes;
    this.lines = lines;
    this.secondPerson = secondPerson;
    this.company = company;
    this.actor = actor;
    this.clock = clock;
  }

  /** @param round the submission that the person has seen: figures that changed since are not approved with it */
  public void approve(long number, int round) {
    var stocktake = stocktakes.after(stocktakes.approve(number, round, actor.name(), clock.instant()), number);
    if (needsAnother(stocktake, actor.name())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.second-person", secondPerson.secondPersonAbove(), company.currency());
    }
  }

  /** Whether somebody else than this person has to approve it. */
  @Transactional(readOnly = true)
  public boolean needsAnother(Stocktake stocktake, String person) {
    var differences = new Differences(lines.of(stocktake.number()), company.currency());
    return secondPerson.isNeededFor(differences.value()) && differences.countedOrSubmittedBy(stocktake.submittedBy()).contains(person);
  }
}
