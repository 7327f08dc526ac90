package io.ordertrail.stock.picking;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.Demand;

/** Looks what the parcels of an order brought, once each of them has arrived, was lost, or had nothing to send. */
@Service
@Transactional(readOnly = true)
public class CheckFulfilment {

    /** @param everythingSent whether the order is owed nothing any more. @param anythingSent whether the customer has anything of it */
    public record Sent(boolean everythingSent, boolean anythingSent) {}

    private final AllocatedGoods allocated;

    CheckFulfilment(AllocatedGoods allocated) {
        this.allocated = allocated;
    }

    public Sent check(Demand need) {
        var promised = allocated.promised(need.order());
        return new Sent(
                need.missing(promised).isEmpty() && promised.sites().isEmpty(),
                !promised.sent().isEmpty());
    }
}
