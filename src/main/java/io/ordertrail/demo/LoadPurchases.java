package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.process.purchase.ReplenishmentWatch;

/** Has the demo company propose what is short and its buyer decide on a part of it. */
@Component
class LoadPurchases {

  private final ReplenishmentWatch replenishmentWatch;
  private final BringPurchases bringPurchases;

  LoadPurchases(ReplenishmentWatch replenishmentWatch, BringPurchases bringPurchases) {
    this.replenishmentWatch = replenishmentWatch;
    this.bringPurchases = bringPurchases;
  }

  boolean isDone() {
    return bringPurchases.areThere();
  }

  void load() {
    replenishmentWatch.look();
    bringPurchases.bring();
  }
}
