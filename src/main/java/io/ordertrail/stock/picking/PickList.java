package io.ordertrail.stock.picking;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.AllocatedQuantities;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.Reservations;

/** What is set aside for an order, and where it lies. */
@Service
@Transactional(readOnly = true)
public class PickList {

    private final Reservations reservations;
    private final AllocatedGoods allocated;

    PickList(Reservations reservations, AllocatedGoods allocated) {
        this.reservations = reservations;
        this.allocated = allocated;
    }

    /** By site and shelf, as one walks. */
    public List<OpenReservation> lines(OrderNumber order) {
        return reservations.openOf(order);
    }

    /** Of an order's parcel. @param site where its goods lie; null for the whole order */
    public List<OpenReservation> lines(OrderNumber order, String site) {
        return lines(order).stream()
                .filter(line -> site == null || site.equals(line.site()))
                .toList();
    }

    /** What the order got so far, line by line. */
    public AllocatedQuantities promised(OrderNumber order) {
        return allocated.promised(order);
    }

    /** Pieces per product. */
    public Map<String, Integer> setAside(OrderNumber order) {
        return allocated.setAside(order);
    }
}
