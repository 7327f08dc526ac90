package io.ordertrail.stock.picking;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.Reservation.Status;
import io.ordertrail.stock.allocation.Reservations;

/** Goods that left do not arrive. They went off the stock when they left; the order is owed them again, or does without. */
@Service
@Transactional
public class WriteOffShippedGoods {

    private final Reservations reservations;

    WriteOffShippedGoods(Reservations reservations) {
        this.reservations = reservations;
    }

    /** @param parcels their tracking numbers */
    public void lose(OrderNumber order, Collection<String> parcels, boolean sendAgain) {
        reservations.lose(order, parcels, sendAgain ? Status.LOST : Status.WRITTEN_OFF);
    }
}
