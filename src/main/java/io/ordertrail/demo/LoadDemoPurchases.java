package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.process.purchase.ReorderCheckLoop;

/** Has the demo company propose what is short and its buyer decide on a part of it. */
@Component
class LoadDemoPurchases {

    private final ReorderCheckLoop replenishmentWatch;
    private final AdvanceDemoPurchases bringPurchases;

    LoadDemoPurchases(ReorderCheckLoop replenishmentWatch, AdvanceDemoPurchases bringPurchases) {
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
