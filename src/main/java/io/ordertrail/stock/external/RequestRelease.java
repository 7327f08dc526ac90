package io.ordertrail.stock.external;

import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.ledger.ReservationReduced;
import io.ordertrail.stock.ledger.StockMovement;

/**
 * Has the external stock system release what our books have released. One reservation there covers everything that an
 * order has reserved, so it ends when nothing of the order is reserved here any more. As long as some of it is, the
 * external system goes on holding the goods, and the next reservation or the end of the parcels releases them.
 */
@Service
@Transactional
public class RequestRelease {

    private final Optional<ExternalStockSystem> externalStock;
    private final ExternalReservationLog log;
    private final AllocatedGoods allocated;
    private final ReleaseOutbox outbox;

    RequestRelease(
            Optional<ExternalStockSystem> externalStock,
            ExternalReservationLog log,
            AllocatedGoods allocated,
            ReleaseOutbox outbox) {
        this.externalStock = externalStock;
        this.log = log;
        this.allocated = allocated;
        this.outbox = outbox;
    }

    /** Comes at the end of the transaction: goods of an order may be released at one site and reserved at another. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void reservationReduced(ReservationReduced reduced) {
        if (externalStock.isPresent()) {
            var open = allocated.open(reduced.order());
            if (open.isEmpty()) {
                request(reduced.order());
            } else if (reduced.kind() == StockMovement.Kind.RELEASE) {
                log.outdateOthers(reduced.order(), open);
            }
        }
    }

    /**
     * Requests the release of what did not leave with the parcels of an order, now that they are done.
     *
     * @param everythingShipped whether all of it left: then the external system has closed the reservation by itself
     */
    public void afterParcels(OrderNumber order, boolean everythingShipped) {
        if (externalStock.isPresent()
                && !everythingShipped
                && allocated.open(order).isEmpty()) {
            request(order);
        }
    }

    /** Each order line is reported by itself; the first report marks the reservations and gets the only job. */
    private void request(OrderNumber order) {
        if (log.releaseAll(order)) {
            outbox.add(order);
        }
    }
}
