package io.ordertrail.stock.allocation;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItem;

/** Gives back what was set aside for an order, each reservation once, to those who wait for it first. */
@Service
@Transactional
public class ReleaseStock {

    private final AllocatedGoods allocated;
    private final ReservationBook shelves;
    private final Backorders backorders;
    private final BackorderQueue line;
    private final UnflushedReservations unwritten;

    ReleaseStock(
            AllocatedGoods allocated,
            ReservationBook shelves,
            Backorders backorders,
            BackorderQueue line,
            UnflushedReservations unwritten) {
        this.allocated = allocated;
        this.shelves = shelves;
        this.backorders = backorders;
        this.line = line;
        this.unwritten = unwritten;
    }

    /**
     * @param site where the goods of one of its parcels lie; null for all of the order, which then waits for nothing either
     * @return whether anything of the order has been sent before
     */
    public boolean release(OrderNumber order, String site) {
        if (unwritten.waitsForNothing(order)
                && unwritten.of(order).filter(List::isEmpty).isPresent()) {
            return false;
        }
        if (site == null) {
            backorders.leave(order);
        }
        var given =
                allocated.locked(order, site).stream().filter(shelves::putBack).toList();
        line.serve(given.stream()
                .map(back -> new StockItem.Key(back.sku(), back.site()))
                .toList());
        return !allocated.promised(order).sent().isEmpty();
    }
}
