package io.ordertrail.stock.stocktake;

import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.actor.Actor;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.booking.ChangeOnHand;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement.Kind;

/**
 * Books the variances of a stocktake as changes of the current stock, so movements after a count are kept. A stocktake
 * is booked once or not at all.
 */
@Service
@Transactional
public class BookStocktake {

    private final Stocktakes stocktakes;
    private final StocktakeLines lines;
    private final ChangeOnHand onHand;
    private final StocktakeSteps steps;
    private final Actor actor;

    BookStocktake(Stocktakes stocktakes, StocktakeLines lines, ChangeOnHand onHand, StocktakeSteps steps, Actor actor) {
        this.stocktakes = stocktakes;
        this.lines = lines;
        this.onHand = onHand;
        this.steps = steps;
        this.actor = actor;
    }

    /** Returns the orders that lost goods. */
    public Set<OrderNumber> book(long number) {
        var stocktake = steps.take(number, () -> stocktakes.book(number, actor.stamp()));
        var variances = Variances.bySku(lines.of(number)).stream()
                .map(counted -> booking(stocktake, counted))
                .toList();
        onHand.lock(variances);
        var losers = onHand.change(variances, stocktake.name()).ordersWithLoss();
        lines.release(number);
        return losers;
    }

    private static Booking booking(Stocktake stocktake, StocktakeLine counted) {
        return new Booking(
                null, counted.sku(), stocktake.site(), counted.difference(), Kind.STOCKTAKE, stocktake.reason());
    }
}
