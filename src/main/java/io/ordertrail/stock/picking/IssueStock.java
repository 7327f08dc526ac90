package io.ordertrail.stock.picking;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.ReservationBook;

/** Issues the goods of an order from stock. */
@Service
@Transactional
public class IssueStock {

    private final AllocatedGoods allocatedGoods;
    private final ReservationBook reservationBook;

    IssueStock(AllocatedGoods allocatedGoods, ReservationBook reservationBook) {
        this.allocatedGoods = allocatedGoods;
        this.reservationBook = reservationBook;
    }

    /**
     * Issues the goods of one parcel.
     *
     * @param parcel its number
     * @return issued units per SKU
     */
    public Map<String, Integer> issue(OrderNumber order, String parcel) {
        var open = allocatedGoods.locked(order, parcel);
        open.forEach(reservationBook::issue);
        return open.stream()
                .collect(Collectors.toMap(OpenReservation::sku, OpenReservation::quantity, Integer::sum, TreeMap::new));
    }
}
