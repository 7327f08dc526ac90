package io.ordertrail.process.order;

import java.util.Collection;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.shipment.LastParcels;
import io.ordertrail.shipment.Parcel;

/**
 * The parcels that the diagram sends, under the bean name {@code parcelsToSend}. They are computed when the step
 * begins, so that a process owner may put another step before it.
 */
@Component
public class ParcelsToSend {

    private final LastParcels lastParcels;

    ParcelsToSend(LastParcels lastParcels) {
        this.lastParcels = lastParcels;
    }

    /**
     * Finds the parcels of an order that nobody has begun to pick. The engine asks twice when it enters the step, and
     * gets the same answer.
     *
     * @return their numbers
     */
    public Collection<String> of(String order) {
        return lastParcels.of(new OrderNumber(order)).stream()
                .filter(parcel -> parcel.state().toPick())
                .map(Parcel::number)
                .toList();
    }

    /** Tells whether exactly one parcel waits. */
    public boolean isOne(String order) {
        return of(order).size() == 1;
    }

    /** The number of the parcel that waits alone. */
    public String only(String order) {
        return of(order).iterator().next();
    }
}
