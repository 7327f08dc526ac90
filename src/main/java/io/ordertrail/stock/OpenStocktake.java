package io.ordertrail.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.platform.Checked;
import io.ordertrail.platform.InvalidInput.Fault;
import io.ordertrail.platform.Refusal;
import io.ordertrail.platform.Sentence;

/** Begins to count a site, or some products of it. Each product at a site is in one open stocktake at most. */
@Service
@Transactional
public class OpenStocktake {

  private static final Limit ONE = Limit.of(1);

  private final Stocktakes stocktakes;
  private final StocktakeLines lines;
  private final BookStock bookStock;
  private final Sites sites;
  private final Products products;
  private final Checked checked;
  private final Actor actor;

  OpenStocktake(Stocktakes stocktakes, StocktakeLines lines, BookStock bookStock, Sites sites, Products products, Checked checked,
      Actor actor) {
    this.stocktakes = stocktakes;
    this.lines = lines;
    this.bookStock = bookStock;
    this.sites = sites;
    this.products = products;
    this.checked = checked;
    this.actor = actor;
  }

  /** @throws Refusal where one of the products is being counted at the site already, naming the stocktake */
  public Stocktake open(StocktakePlan plan) {
    Checked.refuseIfAny(faults(plan));
    var stocktake = stocktakes.save(new Stocktake(plan.site(), plan.wholeSite(), plan.reason(), actor.stamp()));
    var open = plan.wholeSite() ? lines.openAt(plan.site(), ONE) : lines.openAt(plan.site(), plan.skus(), ONE);
    open.forEach(line -> refuse(line, plan.site()));
    if (takeIn(stocktake, plan) == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.empty", plan.site());
    }
    return stocktake;
  }

  static void refuse(StocktakeLine open, String site) {
    throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.open", open.sku(), site, Stocktake.nameOf(open.stocktake()));
  }

  private int takeIn(Stocktake stocktake, StocktakePlan plan) {
    if (plan.wholeSite()) {
      return lines.takeInWholeSite(stocktake.number());
    }
    var skus = new TreeSet<>(plan.skus());
    skus.forEach(sku -> bookStock.keepShelf(sku, plan.site(), null));
    return lines.takeIn(stocktake.number(), skus);
  }

  private List<Fault> faults(StocktakePlan plan) {
    var faults = new ArrayList<>(checked.faultsOf(plan));
    if (faults.isEmpty()) {
      if (sites.findById(plan.site()).isEmpty()) {
        faults.add(new Fault("/site", Sentence.of("site.unknown", plan.site())));
      }
      if (!plan.wholeSite()) {
        faults.addAll(faultsOf(plan.skus()));
      } else if (!plan.skus().isEmpty()) {
        faults.add(new Fault("/skus", Sentence.of("stocktake.input.scope")));
      }
    }
    return faults;
  }

  private List<Fault> faultsOf(List<String> skus) {
    if (skus.isEmpty()) {
      return List.of(new Fault("/skus", Sentence.of("stocktake.input.skus")));
    }
    var known = products.findBySkuIn(skus).stream().map(Product::sku).collect(Collectors.toSet());
    return skus.stream().distinct().filter(sku -> !known.contains(sku)).map(sku -> new Fault("/skus", Sentence.of("product.unknown", sku))).toList();
  }
}
