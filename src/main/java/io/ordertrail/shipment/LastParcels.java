package io.ordertrail.shipment;

import java.util.List;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.book.Orders;

/** The parcels that were planned for an order when it was confirmed last. */
@Component
public class LastParcels {

    private final Orders orders;
    private final Parcels parcels;

    LastParcels(Orders orders, Parcels parcels) {
        this.orders = orders;
        this.parcels = parcels;
    }

    /** Reads them by their numbers, which costs no query in the transaction that plans them. */
    public List<Parcel> of(OrderNumber order) {
        return orders.get(order).lastParcels().stream().map(parcels::get).toList();
    }

    /** Tells whether one of them was not sent, because goods were missing or released. */
    public boolean anyNotSent(OrderNumber order) {
        return of(order).stream().anyMatch(parcel -> parcel.state().notSent());
    }

    /** Tells whether the goods of one of them were released. */
    public boolean anyReleased(OrderNumber order) {
        return of(order).stream().anyMatch(parcel -> parcel.state() == Parcel.State.RELEASED);
    }
}
