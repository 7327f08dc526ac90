package io.ordertrail.web;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.FactsOf;
import io.ordertrail.order.Order;
import io.ordertrail.order.OrderEvents;
import io.ordertrail.order.OrderFacts;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.order.UnknownOrder;
import io.ordertrail.process.OpenTasks;
import io.ordertrail.process.StockSystemWaits;
import io.ordertrail.shipment.CarrierEvent;
import io.ordertrail.shipment.CarrierEvents;
import io.ordertrail.shipment.Shipment;
import io.ordertrail.shipment.Shipments;
import io.ordertrail.stock.PickList;
import io.ordertrail.web.OrderSheet.LineRow;
import io.ordertrail.web.OrderSheet.Parcel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages show of one order. */
@Component
@Transactional(readOnly = true)
class ReadOrder {

  private final Orders orders;
  private final OrderEvents events;
  private final Customers customers;
  private final Products products;
  private final PickList pickList;
  private final Shipments shipments;
  private final CarrierEvents carrierEvents;
  private final OpenTasks openTasks;
  private final StockSystemWaits stockSystem;
  private final FactsOf factsOf;

  ReadOrder(Orders orders, OrderEvents events, Customers customers, Products products, PickList pickList, Shipments shipments,
      CarrierEvents carrierEvents, OpenTasks openTasks, StockSystemWaits stockSystem, FactsOf factsOf) {
    this.orders = orders;
    this.events = events;
    this.customers = customers;
    this.products = products;
    this.pickList = pickList;
    this.shipments = shipments;
    this.carrierEvents = carrierEvents;
    this.openTasks = openTasks;
    this.stockSystem = stockSystem;
    this.factsOf = factsOf;
  }

  /** @param typed the number as it stands in an address */
  OrderSheet sheet(String typed) {
    return sheet(OrderNumber.of(typed).orElseThrow(() -> new UnknownOrder(typed)));
  }

  OrderSheet sheet(OrderNumber number) {
    var order = orders.get(number);
    var setAside = pickList.lines(number);
    var parcels = parcels(number);
    return new OrderSheet(order, customers.get(order.customer()), lines(order, pickList.setAside(number), shipped(parcels)),
        order.holds(), parcels, events.findByOrderNumberOrderByAtAscIdAsc(number), openTasks.of(number, order.processInstance()), setAside,
        names(order), stockSystem.of(order.processInstance()).orElse(null));
  }

  OrderFacts facts(OrderNumber number) {
    return factsOf.facts(orders.get(number));
  }

  private List<Parcel> parcels(OrderNumber number) {
    var sent = shipments.findByOrderNumberOrderByShippedAt(number);
    var news = sent.isEmpty() ? Map.<String, List<CarrierEvent>>of()
        : carrierEvents.findByTrackingNumberInOrderByAt(sent.stream().map(Shipment::trackingNumber).toList()).stream()
            .collect(Collectors.groupingBy(CarrierEvent::trackingNumber));
    return sent.stream()
        .map(shipment -> new Parcel(shipment, new TreeMap<>(shipment.pieces()), news.getOrDefault(shipment.trackingNumber(), List.of())))
        .toList();
  }

  private static Map<String, Integer> shipped(List<Parcel> parcels) {
    return parcels.stream().filter(parcel -> parcel.shipment().status() != Shipment.Status.LOST)
        .flatMap(parcel -> parcel.pieces().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
  }

  /** Stock knows pieces per product; where two lines want the same one, the first is filled first. */
  private static List<LineRow> lines(Order order, Map<String, Integer> reserved, Map<String, Integer> shipped) {
    var leftReserved = new HashMap<>(reserved);
    var leftShipped = new HashMap<>(shipped);
    return order.lines().stream()
        .map(line -> new LineRow(line, take(leftReserved, line.sku(), line.wanted()), take(leftShipped, line.sku(), line.wanted())))
        .toList();
  }

  private static int take(Map<String, Integer> left, String sku, int wanted) {
    var pieces = Math.min(wanted, left.getOrDefault(sku, 0));
    left.merge(sku, -pieces, Integer::sum);
    return pieces;
  }

  /** Products by their names of today: what is on the shelf carries those. */
  private Map<String, String> names(Order order) {
    return products.findBySkuIn(order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Product::sku, Product::name));
  }
}
