package io.ordertrail.stock.allocation;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItem;

/** Releases the goods of a parcel, each reservation once, and allocates them to waiting orders first. */
@Service
@Transactional
public class ReleaseParcel {

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;
    private final BackorderQueue backorderQueue;

    ReleaseParcel(AllocatedGoods allocatedGoods, ReservationBook reservationBook, BackorderQueue backorderQueue) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
        this.backorderQueue = backorderQueue;
    }

    /**
     * Releases the goods that are still reserved for the parcel.
     *
     * @param parcel its number
     */
    public void release(OrderNumber order, String parcel) {
        release(allocatedGoods.locked(order, parcel));
    }

    /** The caller has locked the stock. */
    void release(Collection<OpenReservation> reservations) {
        var released = reservations.stream().filter(reservationBook::release).toList();
        backorderQueue.serve(released.stream()
                .map(open -> new StockItem.Key(open.sku(), open.site()))
                .toList());
    }
}
