package io.ordertrail.stock.picking;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;

/** Assigns what is reserved for an order, and not part of a parcel yet, to a parcel. */
@Service
@Transactional
public class AssignToParcel {

    private final AllocatedGoods allocatedGoods;

    AssignToParcel(AllocatedGoods allocatedGoods) {
        this.allocatedGoods = allocatedGoods;
    }

    /**
     * Assigns the goods.
     *
     * @param sites that hold them
     * @param parcel its number
     */
    public void assign(OrderNumber order, Collection<String> sites, String parcel) {
        allocatedGoods.assign(order, sites, parcel);
    }
}
