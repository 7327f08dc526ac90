package io.ordertrail.stock.picking;

import java.util.Collection;

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
     * Writes off the goods of parcels.
     *
     * @param parcels their tracking numbers
     * @param sendAgain whether the order needs the goods again
     */
    public void writeOff(OrderNumber order, Collection<String> parcels, boolean sendAgain) {
        reservations.writeOffShipped(order, parcels, sendAgain ? Status.LOST : Status.WRITTEN_OFF);
    }
}
