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

/** Reads where the goods of an order are: on the shelves for it, in parcels, or still to come. */
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
        var promised = pickList.promised(order.number());
        var setAside = promised.setAside();
        var sent = promised.sent();
        return IntStream.range(0, order.lines().size())
                .mapToObj(i -> new LineRow(order.lines().get(i), setAside.getOrDefault(i, 0), sent.getOrDefault(i, 0)))
                .toList();
    }

    /** @param site of the parcel whose goods are to be picked; null for the whole order */
    List<OpenReservation> reserved(OrderNumber number, String site) {
        return pickList.lines(number, site);
    }

    List<Parcel> parcels(OrderNumber number) {
        var sent = shipments.findByOrderNumberOrderByShippedAt(number);
        var news = sent.isEmpty()
                ? Map.<String, List<CarrierEvent>>of()
                : carrierEvents
                        .findByTrackingNumberInOrderByAt(
                                sent.stream().map(Shipment::trackingNumber).toList())
                        .stream()
                        .collect(Collectors.groupingBy(CarrierEvent::trackingNumber));
        return sent.stream()
                .map(shipment -> new Parcel(
                        shipment,
                        new TreeMap<>(shipment.pieces()),
                        news.getOrDefault(shipment.trackingNumber(), List.of())))
                .toList();
    }

    /** Products by their names of today: what is on the shelf carries those. */
    Map<String, String> names(Order order) {
        return products
                .findBySkuIn(order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Product::sku, Product::name));
    }
}
