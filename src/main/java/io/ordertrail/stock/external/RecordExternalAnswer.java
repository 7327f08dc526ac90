package io.ordertrail.stock.external;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.Demand;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.ReservationBook;
import io.ordertrail.stock.allocation.WaitingOrders;
import io.ordertrail.stock.external.ExternalReservationLog.Attempt;
import io.ordertrail.stock.external.ExternalStockSystem.Reply;
import io.ordertrail.stock.ledger.StockItems;
import io.ordertrail.stock.ledger.StockMovement;

/** Records the answer of the external stock system and books units that it does not have off our stock. */
@Component
class RecordExternalAnswer {

    private final ExternalReservationLog log;
    private final AllocatedGoods allocated;
    private final ReservationBook reservationBook;
    private final StockItems items;
    private final WaitingOrders waitingOrders;

    RecordExternalAnswer(
            ExternalReservationLog log,
            AllocatedGoods allocated,
            ReservationBook reservationBook,
            StockItems items,
            WaitingOrders waitingOrders) {
        this.log = log;
        this.allocated = allocated;
        this.reservationBook = reservationBook;
        this.items = items;
        this.waitingOrders = waitingOrders;
    }

    /** Locks the stock of the demand before the order, as everywhere. */
    void record(Reply reply, Demand demand, Attempt attempt) {
        items.lock(demand.quantityBySku().keySet());
        waitingOrders.lock(demand.order());
        apply(reply, demand.order(), attempt);
    }

    private void apply(Reply reply, OrderNumber order, Attempt attempt) {
        switch (reply.outcome()) {
            case RESERVED -> log.recordAnswer(attempt.key(), ExternalReservation.Status.RESERVED);
            case REFUSED -> refused(order, attempt, reply.missing());
            case RELEASED ->
                throw closed(attempt, ExternalReservation.Status.RELEASED, "was released in the external stock system");
        }
    }

    /**
     * Books missing units as a shortfall, as when a picker does not find them. The system would have reserved every
     * unit that it has, so no other unit of the product is there either.
     */
    private void refused(OrderNumber order, Attempt attempt, List<StockedQuantity> missing) {
        if (missing.stream().anyMatch(quantity -> log.awaitsRelease(order, attempt, quantity))) {
            throw closed(
                    attempt,
                    ExternalReservation.Status.REFUSED,
                    "came before the release of the same goods by another order");
        }
        log.recordAnswer(attempt.key(), ExternalReservation.Status.REFUSED);
        var open = allocated.locked(order);
        if (missing.stream().mapToInt(quantity -> bookOff(open, quantity)).sum() == 0) {
            throw new IllegalStateException(
                    "The external stock system misses no unit that is reserved for order " + order);
        }
        missing.forEach(quantity -> reservationBook.writeOffAvailable(order, quantity.sku(), quantity.site()));
        waitingOrders.refusedExternally(order);
    }

    /**
     * Books missing units off the order's reservations. Packed units are skipped: they exist, whatever the system
     * answers.
     *
     * @return units that were booked off
     */
    private int bookOff(List<OpenReservation> open, StockedQuantity missing) {
        var left = missing.quantity();
        for (var line : open) {
            if (left > 0
                    && line.found() == null
                    && line.sku().equals(missing.sku())
                    && line.site().equals(missing.site())) {
                var units = Math.min(left, line.quantity());
                reservationBook.writeOff(line, units, StockMovement.Kind.SHORTFALL);
                left -= units;
            }
        }
        return missing.quantity() - left;
    }

    /** Closes the attempt; the next one uses a new key. */
    private IllegalStateException closed(Attempt attempt, ExternalReservation.Status status, String why) {
        log.settle(attempt.key(), status);
        return new IllegalStateException("Reservation " + attempt.key() + " " + why);
    }
}
