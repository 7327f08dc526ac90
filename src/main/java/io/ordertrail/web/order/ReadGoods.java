package io.ordertrail.web.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.order.book.Order;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.shipment.CarrierEvent;
import io.ordertrail.shipment.CarrierEvents;
import io.ordertrail.shipment.Parcel;
import io.ordertrail.shipment.Parcels;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.web.order.OrderSheet.LineRow;
import io.ordertrail.web.order.OrderSheet.ParcelRow;

/** Reads the reserved and shipped goods of an order. */
@Component
@Transactional(readOnly = true)
class ReadGoods {

    private final Products products;
    private final PickList pickList;
    private final Parcels parcels;
    private final CarrierEvents carrierEvents;

    ReadGoods(Products products, PickList pickList, Parcels parcels, CarrierEvents carrierEvents) {
        this.products = products;
        this.pickList = pickList;
        this.parcels = parcels;
        this.carrierEvents = carrierEvents;
    }

    List<LineRow> lines(Order order) {
        var allocated = pickList.allocatedTo(order.number());
        var reserved = allocated.reservedByLine();
        var shipped = allocated.shippedByLine();
        return IntStream.range(0, order.lines().size())
                .mapToObj(
                        i -> new LineRow(order.lines().get(i), reserved.getOrDefault(i, 0), shipped.getOrDefault(i, 0)))
                .toList();
    }

    /**
     * Reads the open reservations of an order.
     *
     * @param parcel the number of the parcel to pick; null for all goods of the order
     */
    List<OpenReservation> reserved(OrderNumber number, String parcel) {
        return parcel == null ? pickList.lines(number) : pickList.lines(number, parcel);
    }

    List<ParcelRow> parcels(OrderNumber number) {
        var sites = pickList.sitesOfParcels(number);
        var events = events(parcels.shipped(number));
        return parcels.of(number).stream()
                .map(parcel -> new ParcelRow(
                        parcel,
                        sites.getOrDefault(parcel.number(), new TreeSet<>()),
                        new TreeMap<>(parcel.quantities()),
                        parcel.state().shipped() ? events.getOrDefault(parcel.trackingNumber(), List.of()) : List.of()))
                .toList();
    }

    private Map<String, List<CarrierEvent>> events(List<Parcel> shipped) {
        return shipped.isEmpty()
                ? Map.of()
                : carrierEvents
                        .findByKeyTrackingNumberInOrderByAt(
                                shipped.stream().map(Parcel::trackingNumber).toList())
                        .stream()
                        .collect(Collectors.groupingBy(CarrierEvent::trackingNumber));
    }

    /** The current product names, which are on the labels of the goods. */
    Map<String, String> names(Order order) {
        return products
                .findBySkuIn(order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Product::sku, Product::name));
    }
}
