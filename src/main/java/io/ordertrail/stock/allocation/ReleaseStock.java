package io.ordertrail.stock.allocation;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItem;

/** Releases what is reserved for an order, each reservation once, and allocates it to waiting orders first. */
@Service
@Transactional
public class ReleaseStock {

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final Backorders backorders;
    private final BackorderQueue backorderQueue;
    private final UnflushedReservations unflushed;

    ReleaseStock(
            AllocatedGoods allocatedGoods,
            ReservationBook reservationBook,
            Backorders backorders,
            BackorderQueue backorderQueue,
            UnflushedReservations unflushed) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.backorders = backorders;
        this.backorderQueue = backorderQueue;
        this.unflushed = unflushed;
    }

    /**
     * @param site the site of one of its parcels; null for the whole order, whose backorders then end, too
     * @return whether anything of the order was shipped before
     */
    public boolean release(OrderNumber order, String site) {
        if (unflushed.hasNoBackorder(order)
                && unflushed.of(order).filter(List::isEmpty).isPresent()) {
            return false;
        }
        if (site == null) {
            backorders.deleteAllOf(order);
        }
        var released = allocatedGoods.locked(order, site).stream()
                .filter(reservationBook::release)
                .toList();
        backorderQueue.serve(released.stream()
                .map(open -> new StockItem.Key(open.sku(), open.site()))
                .toList());
        return !allocatedGoods.allocatedTo(order).shippedByLine().isEmpty();
    }
}
