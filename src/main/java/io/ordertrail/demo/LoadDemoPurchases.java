package io.ordertrail.demo;

import org.springframework.stereotype.Component;

import io.ordertrail.process.purchase.ReorderCheckLoop;

/** Runs the reorder check for the demo company and lets its buyer decide on a part of the proposals. */
@Component
class LoadDemoPurchases {

    private final ReorderCheckLoop reorderCheckLoop;
    private final AdvanceDemoPurchases advanceDemoPurchases;

    LoadDemoPurchases(ReorderCheckLoop reorderCheckLoop, AdvanceDemoPurchases advanceDemoPurchases) {
        this.reorderCheckLoop = reorderCheckLoop;
        this.advanceDemoPurchases = advanceDemoPurchases;
    }

    boolean isDone() {
        return advanceDemoPurchases.isDone();
    }

    void load() {
        reorderCheckLoop.check();
        advanceDemoPurchases.advance();
    }
}
