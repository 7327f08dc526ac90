package io.ordertrail.shipment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Sets a parcel to what its picking came to, or to what ended it before. */
@Service
@Transactional
public class EndPicking {

    private final Parcels parcels;

    EndPicking(Parcels parcels) {
        this.parcels = parcels;
    }

    /**
     * Records the result of picking.
     *
     * @param readyToShip whether the parcel can go
     * @param restToPick whether it is picked again, because a booked loss shortened it
     */
    public void end(String parcel, boolean readyToShip, boolean restToPick) {
        var notReady = restToPick ? Parcel.State.TO_PICK : Parcel.State.MISSING;
        parcels.get(parcel).picked(readyToShip ? Parcel.State.TO_SHIP : notReady);
    }

    /** Tells whether a booked loss took goods from the parcel since it was planned, or last to be picked. */
    @Transactional(readOnly = true)
    public boolean wasShortened(String parcel) {
        return parcels.get(parcel).state() == Parcel.State.SHORTENED;
    }

    /** Records that a booked loss took goods from the parcel. */
    public void shorten(String parcel) {
        parcels.get(parcel).shorten();
    }

    /** Records that the goods of the parcel are released. */
    public void release(String parcel) {
        parcels.get(parcel).release();
    }

    /** Records that the goods of all parcels of the order that have not left are released. */
    public void releaseAll(OrderNumber order) {
        parcels.of(order).forEach(Parcel::release);
    }
}
