package io.ordertrail.stock.stocktake;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/**
 * Records each count together with the on-hand quantity at that moment. The stock is locked, so every movement is in
 * both figures or in neither.
 */
@Component
class CountSheet {

    private final StocktakeLines lines;
    private final StockItems items;
    private final Reservations reservations;
    private final Products products;
    private final Actor actor;

    CountSheet(StocktakeLines lines, StockItems items, Reservations reservations, Products products, Actor actor) {
        this.lines = lines;
        this.items = items;
        this.reservations = reservations;
        this.products = products;
        this.actor = actor;
    }

    /**
     * Records a count.
     *
     * @return false where the former count is not {@code before}; then nothing is written
     */
    boolean write(Stocktake stocktake, String sku, int before, int counted) {
        items.lock(List.of(sku));
        return write(stocktake, level(stocktake, sku), picked(stocktake, sku), before, counted);
    }

    /**
     * Records a count of zero for an uncounted product. A product with no expected units stays uncounted, because it
     * says nothing about accuracy.
     *
     * @return whether it was recorded
     */
    boolean writeZero(Stocktake stocktake, String sku) {
        items.lock(List.of(sku));
        var level = level(stocktake, sku);
        var picked = picked(stocktake, sku);
        return level.onHand() > picked && write(stocktake, level, picked, StocktakeLines.NOT_COUNTED, 0);
    }

    private boolean write(Stocktake stocktake, StockLevel level, int picked, int before, int counted) {
        var found = new StocktakeLine.Found(
                counted,
                level.onHand(),
                picked,
                products.get(level.sku()).listPrice().amount());
        return lines.count(
                        new StocktakeLine.Key(stocktake.number(), level.sku()),
                        before,
                        found,
                        level.bin(),
                        actor.stamp())
                == 1;
    }

    private StockLevel level(Stocktake stocktake, String sku) {
        return items.levels(List.of(sku)).stream()
                .filter(at -> at.site().equals(stocktake.site()))
                .findFirst()
                .orElseThrow();
    }

    private int picked(Stocktake stocktake, String sku) {
        return (int) reservations.picked(sku, stocktake.site());
    }
}
