package io.ordertrail.stock.allocation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Releases what is reserved for an order, and allocates it to waiting orders first. */
@Service
@Transactional
public class ReleaseStock {

    private final AllocatedGoods allocatedGoods;
    private final ReleaseParcel releaseParcel;
    private final Backorders backorders;

    ReleaseStock(AllocatedGoods allocatedGoods, ReleaseParcel releaseParcel, Backorders backorders) {
        this.allocatedGoods = allocatedGoods;
        this.releaseParcel = releaseParcel;
        this.backorders = backorders;
    }

    /**
     * Releases everything that has not been shipped. The order waits for nothing any more.
     *
     * @return whether anything of the order was shipped before
     */
    public boolean release(OrderNumber order) {
        backorders.deleteAllOf(order);
        releaseParcel.release(allocatedGoods.locked(order));
        return !allocatedGoods.allocatedTo(order).shippedByLine().isEmpty();
    }
}
