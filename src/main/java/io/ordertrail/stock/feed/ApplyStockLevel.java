package io.ordertrail.stock.feed;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.refusal.Checked;
import io.ordertrail.stock.booking.ChangeOnHand;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/**
 * Sets our on-hand quantity to the level that another system reports. Each source numbers its messages about a product
 * at a site. Only a higher number changes anything, so messages may come late and more than once.
 */
@Service
@Transactional
public class ApplyStockLevel {

    private final StockItems items;
    private final ChangeOnHand onHand;
    private final FeedLog log;
    private final LevelInput input;

    ApplyStockLevel(StockItems items, ChangeOnHand onHand, FeedLog log, LevelInput input) {
        this.items = items;
        this.onHand = onHand;
        this.log = log;
        this.input = input;
    }

    public FeedResult apply(ReportedLevel level) {
        Checked.refuseIfAny(input.faults(level));
        items.ensureExists(level.sku(), level.site());
        onHand.lock(List.of(difference(level)));
        var result = log.record(level);
        return result.outcome() == FeedResult.Outcome.APPLIED ? result.withMovement(bookDifference(level)) : result;
    }

    private StockMovement bookDifference(ReportedLevel level) {
        var difference = difference(level);
        if (difference.quantity() == 0) {
            return null;
        }
        var movement = onHand.change(List.of(difference), null).movements().get(0);
        log.recordDifference(movement, level);
        return movement;
    }

    private Booking difference(ReportedLevel level) {
        var current = items.levels(List.of(level.sku())).stream()
                .filter(at -> at.site().equals(level.site()))
                .findFirst()
                .orElseThrow();
        return level.difference(level.onHand() - current.onHand());
    }
}
