package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Company;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.stock.StockMovement.Kind;

/** Books the differences of a stocktake onto the stock as it is by then: what moved since a count is not lost. Once, or not at all. */
@Service
@Transactional
public class BookStocktake {

  private final Stocktakes stocktakes;
  private final StocktakeLines lines;
  private final StockItems items;
  private final Loss loss;
  private final Line line;
  private final Ledger ledger;
  private final WaitingOrders waitingOrders;
  private final Company company;
  private final Actor actor;

  BookStocktake(Stocktakes stocktakes, StocktakeLines lines, StockItems items, Loss loss, Line line, Ledger ledger,
      WaitingOrders waitingOrders, Company company, Actor actor) {
    this.stocktakes = stocktakes;
    this.lines = lines;
    this.items = items;
    this.loss = loss;
    this.line = line;
    this.ledger = ledger;
    this.waitingOrders = waitingOrders;
    this.company = company;
    this.actor = actor;
  }

  /**
   * What is too much is handed to the line before anybody loses goods, so that who lost some does not overtake those who wait.
   *
   * @return the orders that lost goods
   */
  public Set<OrderNumber> book(long number) {
    var stocktake = stocktakes.after(stocktakes.book(number, actor.stamp()), number);
    var differences = new Differences(lines.of(number), company.currency()).bySku();
    loss.lock(differences.stream().map(counted -> booking(stocktake, counted)).toList());
    surplus(stocktake, differences.stream().filter(counted -> counted.difference() > 0).toList());
    var losers = shortage(stocktake, differences.stream().filter(counted -> counted.difference() < 0).toList());
    lines.letGo(number);
    return losers;
  }

  private void surplus(Stocktake stocktake, List<StocktakeLine> more) {
    more.forEach(counted -> change(stocktake, counted));
    serve(stocktake, more);
  }

  private Set<OrderNumber> shortage(Stocktake stocktake, List<StocktakeLine> less) {
    var losers = new LinkedHashSet<OrderNumber>();
    var news = new ArrayList<Runnable>();
    less.forEach(counted -> {
      loss.coverBy(booking(stocktake, counted)).forEach((order, pieces) -> {
        losers.add(order);
        news.add(() -> waitingOrders.lost(order, counted.sku(), stocktake.site(), pieces));
      });
      change(stocktake, counted);
    });
    news.forEach(Runnable::run);
    serve(stocktake, less);
    return losers;
  }

  private void serve(Stocktake stocktake, List<StocktakeLine> changed) {
    line.serve(changed.stream().map(counted -> new StockItem.Key(counted.sku(), stocktake.site())).toList());
  }

  private static Booking booking(Stocktake stocktake, StocktakeLine counted) {
    return new Booking(null, counted.sku(), stocktake.site(), counted.difference(), Kind.STOCKTAKE, null);
  }

  private void change(Stocktake stocktake, StocktakeLine counted) {
    if (items.change(counted.sku(), stocktake.site(), counted.difference()) == 0) {
      throw new StockChanged(counted.sku());
    }
    ledger.changed(stocktake.name(), Kind.STOCKTAKE, counted.sku(), stocktake.site(), counted.difference(), stocktake.reason());
  }
}
