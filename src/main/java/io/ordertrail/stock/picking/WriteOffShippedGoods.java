package io.ordertrail.stock.picking;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Reservation.Status;
import io.ordertrail.stock.allocation.Reservations;

/**
 * Writes off shipped goods that do not arrive. Stock no longer counts them; the order needs them again, or its customer
 * goes without.
 */
@Service
@Transactional
public class WriteOffShippedGoods {

    private final Reservations reservations;

    WriteOffShippedGoods(Reservations reservations) {
        this.reservations = reservations;
    }

    /**
     * Writes off the goods of a parcel.
     *
     * @param parcel its number
     * @param sendAgain whether the order needs the goods again
     */
    public void writeOff(OrderNumber order, String parcel, boolean sendAgain) {
        reservations.writeOffShipped(order, parcel, sendAgain ? Status.LOST : Status.WRITTEN_OFF);
    }
}
