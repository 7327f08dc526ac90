package io.ordertrail.stock.picking;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.allocation.AllocatedGoods;
import io.ordertrail.stock.allocation.AllocatedQuantities;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.allocation.Reservations;

/** What is reserved for an order, and where to pick it. */
@Service
@Transactional(readOnly = true)
public class PickList {

    private final Reservations reservations;
    private final AllocatedGoods allocatedGoods;

    PickList(Reservations reservations, AllocatedGoods allocatedGoods) {
        this.reservations = reservations;
        this.allocatedGoods = allocatedGoods;
    }

    /** By site and bin, in the sequence of the picker's walk. */
    public List<OpenReservation> lines(OrderNumber order) {
        return reservations.openOf(order);
    }

    /**
     * The pick list of one parcel of an order.
     *
     * @param parcel its number
     */
    public List<OpenReservation> lines(OrderNumber order, String parcel) {
        return lines(order).stream()
                .filter(line -> parcel.equals(line.parcel()))
                .toList();
    }

    /** The sites from which the goods of each parcel come, by its number; also of parcels that have left. */
    public Map<String, SortedSet<String>> sitesOfParcels(OrderNumber order) {
        return reservations.inParcels(order).stream()
                .collect(Collectors.groupingBy(
                        AllocatedQuantities.Allocation::parcel,
                        Collectors.mapping(
                                AllocatedQuantities.Allocation::site, Collectors.toCollection(TreeSet::new))));
    }

    /** What the order has so far, line by line. */
    public AllocatedQuantities allocatedTo(OrderNumber order) {
        return allocatedGoods.allocatedTo(order);
    }

    /** Reserved units per SKU. */
    public Map<String, Integer> reservedBySku(OrderNumber order) {
        return allocatedGoods.reservedBySku(order);
    }
}
