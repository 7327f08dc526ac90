package io.ordertrail.shipment;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Records that a parcel is delivered. */
@Service
@Transactional
public class RecordDelivery {

    private final Parcels parcels;
    private final Clock clock;

    RecordDelivery(Parcels parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    /**
     * Records the delivery.
     *
     * @param parcel its number
     * @param required units per product that the customer gets of the order
     * @return whether all of these units are delivered
     */
    public boolean record(OrderNumber order, String parcel, Map<String, Integer> required) {
        parcels.get(parcel).close(Parcel.State.DELIVERED, clock.instant());
        var delivered = parcels.of(order).stream()
                .filter(other -> other.state() == Parcel.State.DELIVERED)
                .mapToInt(other -> units(other.quantities().values()))
                .sum();
        return delivered >= units(required.values());
    }

    private static int units(Collection<Integer> quantities) {
        return quantities.stream().mapToInt(Integer::intValue).sum();
    }
}
