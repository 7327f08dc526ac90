package io.ordertrail.stock.picking;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.ClaimedWork;
import io.ordertrail.order.book.ClaimedWork.Work;
import io.ordertrail.order.book.OrderNumber;

/** Takes what a person found of a line of the pick list, unless a colleague has claimed the picking of its parcel. */
@Service
@Transactional
public class EnterFoundQuantity {

    private final PickList pickList;
    private final ClaimedWork claimedWork;
    private final RecordPicking recordPicking;

    EnterFoundQuantity(PickList pickList, ClaimedWork claimedWork, RecordPicking recordPicking) {
        this.pickList = pickList;
        this.claimedWork = claimedWork;
        this.recordPicking = recordPicking;
    }

    /**
     * Enters the quantity.
     *
     * @param line {@link io.ordertrail.stock.allocation.OpenReservation#id()}
     * @param found units, from 0 to the reserved quantity
     */
    public void enter(OrderNumber order, long line, int found) {
        pickList.lines(order).stream()
                .filter(open -> open.id() == line && open.parcel() != null)
                .forEach(open -> claimedWork.requireUnclaimed(Work.PICKING, order, open.parcel()));
        recordPicking.recordFound(order, line, found);
    }
}
