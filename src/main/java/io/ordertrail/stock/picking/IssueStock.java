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

/** The goods of an order leave the stock. */
@Service
@Transactional
public class IssueStock {

    private final AllocatedGoods allocated;
    private final ReservationBook shelves;

    IssueStock(AllocatedGoods allocated, ReservationBook shelves) {
        this.allocated = allocated;
        this.shelves = shelves;
    }

    /**
     * @param site where they lie; null for the whole order
     * @param parcel its tracking number
     * @return pieces per product that left
     */
    public Map<String, Integer> issue(OrderNumber order, String site, String parcel) {
        var open = allocated.locked(order, site);
        open.forEach(line -> shelves.send(line, parcel));
        return open.stream()
                .collect(Collectors.toMap(OpenReservation::sku, OpenReservation::quantity, Integer::sum, TreeMap::new));
    }
}
