package io.ordertrail.stock.allocation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ordertrail.order.book.OrderNumber;

/**
 * Units of a product at a site that an order loses.
 *
 * @param parcel the number of the parcel that loses them; null when no parcel was planned for them
 */
public record LostReservation(OrderNumber order, String parcel, String sku, String site, int units) {

    /** Adds up the losses of each parcel. */
    static Collection<LostReservation> of(Map<OpenReservation, Integer> reductions) {
        var losses = new LinkedHashMap<List<Object>, LostReservation>();
        reductions.forEach((open, units) -> losses.merge(
                Arrays.asList(open.order(), open.parcel()),
                new LostReservation(open.order(), open.parcel(), open.sku(), open.site(), units),
                LostReservation::plus));
        return losses.values();
    }

    private LostReservation plus(LostReservation more) {
        return new LostReservation(order, parcel, sku, site, units + more.units);
    }
}
