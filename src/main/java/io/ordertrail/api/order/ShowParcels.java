package io.ordertrail.api.order;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import io.ordertrail.api.order.OrderView.ShipmentView;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.stock.picking.PickList;

/** The shipped parcels of an order in the API view. */
@Component
class ShowParcels {

    private final Parcels parcels;
    private final PickList pickList;

    ShowParcels(Parcels parcels, PickList pickList) {
        this.parcels = parcels;
        this.pickList = pickList;
    }

    List<ShipmentView> of(OrderNumber order) {
        var shipped = parcels.shipped(order);
        var sites = shipped.isEmpty() ? null : pickList.sitesOfParcels(order);
        return shipped.stream()
                .map(parcel -> view(parcel, sites.getOrDefault(parcel.number(), new TreeSet<>())))
                .toList();
    }

    private static ShipmentView view(Parcel parcel, SortedSet<String> sites) {
        return new ShipmentView(
                parcel.number(),
                parcel.trackingNumber(),
                sites.size() == 1 ? sites.first() : null,
                parcel.carrier(),
                parcel.state(),
                parcel.shippedAt(),
                parcel.due(),
                parcel.closedAt(),
                new TreeMap<>(parcel.quantities()));
    }
}
