package io.ordertrail.shipment;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.book.OrderNumber;

/** Plans parcels of an order, which then wait to be sent. */
@Service
@Transactional
public class PlanParcels {

    private final Parcels parcels;

    PlanParcels(Parcels parcels) {
        this.parcels = parcels;
    }

    /**
     * Plans so many parcels.
     *
     * @return their numbers
     */
    public List<String> plan(OrderNumber order, int count) {
        var before = parcels.of(order);
        var round = before.stream().mapToInt(Parcel::round).max().orElse(0) + 1;
        return IntStream.rangeClosed(before.size() + 1, before.size() + count)
                .mapToObj(sequence -> parcels.save(new Parcel(order, sequence, round)).number())
                .toList();
    }
}
