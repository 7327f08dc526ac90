package io.ordertrail.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.ordertrail.catalog.Products;
import io.ordertrail.platform.OrdertrailSettings;
import io.ordertrail.process.ReplenishmentWatch;

/**
 * Fills an empty house with a company to look at. Pages are answered meanwhile; what an interrupted start left undone
 * is done by the next one.
 */
@Component
class DemoCompany {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

  private final OrdertrailSettings settings;
  private final Products products;
  private final FurnishCompany furnishCompany;
  private final BringOrder bringOrder;
  private final ReplenishmentWatch replenishmentWatch;
  private final BringPurchases bringPurchases;
  private final OneLoads oneLoads;
  private final Clock clock;

  DemoCompany(OrdertrailSettings settings, Products products, FurnishCompany furnishCompany, BringOrder bringOrder,
      ReplenishmentWatch replenishmentWatch, BringPurchases bringPurchases, OneLoads oneLoads, Clock clock) {
    this.settings = settings;
    this.products = products;
    this.furnishCompany = furnishCompany;
    this.bringOrder = bringOrder;
    this.replenishmentWatch = replenishmentWatch;
    this.bringPurchases = bringPurchases;
    this.oneLoads = oneLoads;
    this.clock = clock;
  }

  /** A demo that cannot be loaded is no reason to end: a process owner may have changed the diagram since. */
  @EventListener(ApplicationReadyEvent.class)
  void open() {
    if (settings.demo() && oneLoads.begin()) {
      try {
        load();
      } catch (RuntimeException e) {
        LOG.error("The demo company is not complete; the next start goes on with it", e);
      } finally {
        oneLoads.end();
      }
    }
  }

  void load() {
    var begun = clock.instant();
    if (products.count() == 0) {
      LOG.info("Loading the demo company");
      furnishCompany.furnish();
    }
    var missing = missing();
    missing.forEach(order -> {
      oneLoads.goOn();
      bringOrder.bring(order);
    });
    if (furnishCompany.isFurnished() && !bringPurchases.areThere()) {
      oneLoads.goOn();
      replenishmentWatch.look();
      bringPurchases.bring();
    }
    if (!missing.isEmpty()) {
      LOG.info("The demo company is complete: {} orders were worked to their places in {} s", missing.size(),
          Duration.between(begun, clock.instant()).toSeconds());
    }
  }

  /** A house with products of its own is no demo company and gets no orders. */
  private List<DemoOrder> missing() {
    return furnishCompany.isFurnished() ? DemoOrder.all().stream().filter(order -> !bringOrder.isThere(order)).toList() : List.of();
  }
}
