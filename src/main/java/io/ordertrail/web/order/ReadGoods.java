package io.ordertrail.web.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import io.ordertrail.shipment.Shipment;
import io.ordertrail.shipment.Shipments;
import io.ordertrail.stock.allocation.OpenReservation;
import io.ordertrail.stock.picking.PickList;
import io.ordertrail.web.order.OrderSheet.LineRow;
import io.ordertrail.web.order.OrderSheet.Parcel;

/** Reads the reserved and shipped goods of an order. */
@Component
@Transactional(readOnly = true)
class ReadGoods {

    private final Products products;
    private final PickList pickList;
    private final Shipments shipments;
    private final CarrierEvents carrierEvents;

    ReadGoods(Products products, PickList pickList, Shipments shipments, CarrierEvents carrierEvents) {
        this.products = products;
        this.pickList = pickList;
        this.shipments = shipments;
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
     * @param site of the parcel to pick; null for the whole order
     */
    List<OpenReservation> reserved(OrderNumber number, String site) {
        return pickList.lines(number, site);
    }

    List<Parcel> parcels(OrderNumber number) {
        var parcels = shipments.findByOrderNumberOrderByShippedAt(number);
        var events = parcels.isEmpty()
                ? Map.<String, List<CarrierEvent>>of()
                : carrierEvents
                        .findByTrackingNumberInOrderByAt(
                                parcels.stream().map(Shipment::trackingNumber).toList())
                        .stream()
                        .collect(Collectors.groupingBy(CarrierEvent::trackingNumber));
        return parcels.stream()
                .map(shipment -> new Parcel(
                        shipment,
                        new TreeMap<>(shipment.quantities()),
                        events.getOrDefault(shipment.trackingNumber(), List.of())))
                .toList();
    }

    /** The current product names, which are on the labels of the goods. */
    Map<String, String> names(Order order) {
        return products
                .findBySkuIn(order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Product::sku, Product::name));
    }
}
