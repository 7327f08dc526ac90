package io.ordertrail.stock;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Actor;

/** Gives a stocktake up before it is booked: the stock stays as it is, and others may count these products. */
@Service
@Transactional
public class CancelStocktake {

  private final Stocktakes stocktakes;
  private final StocktakeLines lines;
  private final Actor actor;
  private final Clock clock;

  CancelStocktake(Stocktakes stocktakes, StocktakeLines lines, Actor actor, Clock clock) {
    this.stocktakes = stocktakes;
    this.lines = lines;
    this.actor = actor;
    this.clock = clock;
  }

  public void cancel(long number) {
    stocktakes.after(stocktakes.cancel(number, actor.name(), clock.instant()), number);
    lines.letGo(number);
  }
}
