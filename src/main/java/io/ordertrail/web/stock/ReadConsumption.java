package io.ordertrail.web.stock;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.StockMovements;
import io.ordertrail.stock.replenishment.ProposeReplenishment;
import io.ordertrail.stock.replenishment.ReorderSuggestion;

/** Reads the units of a product that were shipped from a site recently, and the reorder suggestion. */
@Component
public class ReadConsumption {

    private static final int MONTH = 30;
    private static final int QUARTER = 90;

    private final StockMovements movements;
    private final ProposeReplenishment proposeReplenishment;
    private final Clock clock;

    ReadConsumption(StockMovements movements, ProposeReplenishment proposeReplenishment, Clock clock) {
        this.movements = movements;
        this.proposeReplenishment = proposeReplenishment;
        this.clock = clock;
    }

    public long shippedWithinMonth(String sku, String site) {
        return sent(sku, site, MONTH);
    }

    public long shippedWithinQuarter(String sku, String site) {
        return sent(sku, site, QUARTER);
    }

    public ReorderSuggestion suggestion(String sku, String site) {
        return proposeReplenishment.suggestion(sku, site);
    }

    private long sent(String sku, String site, int days) {
        return movements.shipped(sku, site, clock.instant().minus(days, ChronoUnit.DAYS));
    }
}
