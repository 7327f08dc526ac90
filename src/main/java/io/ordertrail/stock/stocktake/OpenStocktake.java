package io.ordertrail.stock.stocktake;

import java.util.TreeSet;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.stock.ledger.StockItems;

/** Opens a stocktake of a site or of some products there. A product at a site is in at most one open stocktake. */
@Service
@Transactional
public class OpenStocktake {

    private static final Limit ONE = Limit.of(1);

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final StockItems items;
    private final StocktakeInput input;
    private final StocktakeSteps steps;

    OpenStocktake(
            Stocktakes stocktakes, StocktakeLines lines, StockItems items, StocktakeInput input, StocktakeSteps steps) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.items = items;
        this.input = input;
        this.steps = steps;
    }

    /**
     * Opens a stocktake.
     *
     * @throws Refusal where another open stocktake counts one of the products at the site; the message names it
     */
    public Stocktake open(StocktakePlan plan) {
        Checked.refuseIfAny(input.faults(plan));
        var stocktake = steps.open(plan);
        var open = plan.wholeSite() ? lines.openAt(plan.site(), ONE) : lines.openAt(plan.site(), plan.skus(), ONE);
        open.forEach(line -> refuse(line, plan.site()));
        if (addLines(stocktake, plan) == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "stocktake.refuses.empty", plan.site());
        }
        return stocktake;
    }

    static void refuse(StocktakeLine open, String site) {
        throw new Refusal(
                Refusal.Kind.CONFLICT, "stocktake.refuses.open", open.sku(), site, Stocktake.nameOf(open.stocktake()));
    }

    private int addLines(Stocktake stocktake, StocktakePlan plan) {
        if (plan.wholeSite()) {
            return lines.addWholeSite(stocktake.number());
        }
        var skus = new TreeSet<>(plan.skus());
        skus.forEach(sku -> items.ensureExists(sku, plan.site()));
        return lines.addLines(stocktake.number(), skus);
    }
}
