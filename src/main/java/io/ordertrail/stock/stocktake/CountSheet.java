package io.ordertrail.stock.stocktake;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.catalog.Products;
import io.ordertrail.stock.allocation.Reservations;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockLevel;

/** Writes down what was counted beside what the books say at that very moment: what moves before and after is in neither or in both. */
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

    /** @return false where something else than this was counted before, so that nothing is written */
    boolean write(Stocktake stocktake, String sku, int before, int counted) {
        items.lock(List.of(sku));
        return write(stocktake, level(stocktake, sku), picked(stocktake, sku), before, counted);
    }

    /** Says that nothing is there of what nobody counted; where the books expect nothing either, that stays uncounted, and proves nothing. */
    void writeZero(Stocktake stocktake, String sku) {
        items.lock(List.of(sku));
        var level = level(stocktake, sku);
        var picked = picked(stocktake, sku);
        if (level.onHand() > picked) {
            write(stocktake, level, picked, StocktakeLines.NOT_COUNTED, 0);
        }
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
                        level.shelf(),
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
