package io.ordertrail.stock.external;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.DeferredReservations;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.ReservationBook;
import io.ordertrail.stock.allocation.WaitingOrders;
import io.ordertrail.stock.external.ExternalReservationLog.Attempt;
import io.ordertrail.stock.external.ExternalStockSystem.Reply;
import io.ordertrail.stock.ledger.StockMovement;

/** Takes down what the company's own stock system answered; what it does not have is taken off our books. */
@Component
class RecordExternalAnswer {

    private final ExternalReservationLog attempts;
    private final AllocatedGoods allocated;
    private final ReservationBook shelves;
    private final DeferredReservations pledges;
    private final WaitingOrders waitingOrders;

    RecordExternalAnswer(
            ExternalReservationLog attempts,
            AllocatedGoods allocated,
            ReservationBook shelves,
            DeferredReservations pledges,
            WaitingOrders waitingOrders) {
        this.attempts = attempts;
        this.allocated = allocated;
        this.shelves = shelves;
        this.pledges = pledges;
        this.waitingOrders = waitingOrders;
    }

    /** The stock of what the order needs is locked before the order, as everywhere. */
    void record(Reply reply, Demand need, Attempt attempt) {
        pledges.lock(need.pieces().keySet());
        waitingOrders.lock(need.order());
        take(reply, need.order(), attempt);
    }

    private void take(Reply reply, OrderNumber order, Attempt attempt) {
        switch (reply.outcome()) {
            case RESERVED -> attempts.answered(attempt.key(), ExternalReservation.Status.RESERVED);
            case REFUSED -> refused(order, attempt, reply.missing());
            case RELEASED ->
                throw again(attempt, ExternalReservation.Status.RELEASED, "was given back in the stock system");
        }
    }

    /**
     * Our books were wrong by what is not there, as they are when a picker does not find it. All that is there would have been set aside,
     * so nothing else of it is there either.
     */
    private void refused(OrderNumber order, Attempt attempt, List<StockedQuantity> missing) {
        if (missing.stream().anyMatch(lot -> attempts.awaitsRelease(order, attempt, lot))) {
            throw again(
                    attempt,
                    ExternalReservation.Status.REFUSED,
                    "came before the release of the same goods by another order");
        }
        attempts.answered(attempt.key(), ExternalReservation.Status.REFUSED);
        var open = allocated.locked(order);
        if (missing.stream().mapToInt(lot -> takeOff(open, lot)).sum() == 0) {
            throw new IllegalStateException("The stock system misses nothing that can be taken off for order " + order);
        }
        missing.forEach(lot -> shelves.missRest(order, lot.sku(), lot.site()));
        waitingOrders.refused(order);
    }

    /** @return pieces taken off; what is packed already is there, whatever the system says */
    private int takeOff(List<OpenReservation> open, StockedQuantity missing) {
        var left = missing.pieces();
        for (var line : open) {
            if (left > 0
                    && line.found() == null
                    && line.sku().equals(missing.sku())
                    && line.site().equals(missing.site())) {
                var pieces = Math.min(left, line.quantity());
                shelves.miss(line, pieces, StockMovement.Kind.SHORTFALL);
                left -= pieces;
            }
        }
        return missing.pieces() - left;
    }

    /** The next try begins with a new key. */
    private IllegalStateException again(Attempt attempt, ExternalReservation.Status status, String why) {
        attempts.closed(attempt.key(), status);
        return new IllegalStateException("Reservation " + attempt.key() + " " + why);
    }
}
