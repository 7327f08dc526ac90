package io.ordertrail.stock.picking;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.Demand;

/** Checks what the customer got of an order, once each parcel was delivered, was lost, or had nothing to ship. */
@Service
@Transactional(readOnly = true)
public class CheckFulfilment {

    /**
     * What the parcels delivered.
     *
     * @param everythingShipped whether the order lacks nothing any more
     * @param anythingShipped whether the customer has anything of it
     */
    public record Fulfilment(boolean everythingShipped, boolean anythingShipped) {}

    private final AllocatedGoods allocatedGoods;

    CheckFulfilment(AllocatedGoods allocatedGoods) {
        this.allocatedGoods = allocatedGoods;
    }

    public Fulfilment check(Demand demand) {
        var allocatedQuantities = allocatedGoods.allocatedTo(demand.order());
        return new Fulfilment(
                demand.missing(allocatedQuantities).isEmpty()
                        && allocatedQuantities.sites().isEmpty(),
                !allocatedQuantities.shippedByLine().isEmpty());
    }
}
