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
 * Brings our stock to what another system says lies there. Each source counts its messages about a product at a site; only a
 * higher number changes anything, so that messages may come late and more than once.
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

    public FeedResult adopt(ReportedLevel level) {
        Checked.refuseIfAny(input.faults(level));
        items.keepPlace(level.sku(), level.site());
        onHand.lock(List.of(difference(level)));
        var said = log.note(level);
        return said.outcome() == FeedResult.Outcome.APPLIED ? said.with(bookDifference(level)) : said;
    }

    private StockMovement bookDifference(ReportedLevel level) {
        var difference = difference(level);
        if (difference.quantity() == 0) {
            return null;
        }
        var movement = onHand.change(List.of(difference), null).movements().get(0);
        log.booked(movement, level);
        return movement;
    }

    private Booking difference(ReportedLevel level) {
        var there = items.levels(List.of(level.sku())).stream()
                .filter(at -> at.site().equals(level.site()))
                .findFirst()
                .orElseThrow();
        return level.difference(level.onHand() - there.onHand());
    }
}
