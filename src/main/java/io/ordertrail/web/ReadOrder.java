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
import io.ordertrail.stock.Promised;
import io.ordertrail.web.OrderSheet.LineRow;
import io.ordertrail.web.OrderSheet.Parcel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    return sheet(number, null);
  }

  /** @param site of the parcel whose goods are shown to be picked; null for the whole order */
  OrderSheet sheet(OrderNumber number, String site) {
    var order = orders.get(number);
    return new OrderSheet(order, customers.get(order.customer()), lines(order, pickList.promised(number)), order.holds(), parcels(number),
        events.findByOrderNumberOrderByAtAscIdAsc(number), openTasks.of(number, order.processInstance()), pickList.lines(number, site),
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

  private static List<LineRow> lines(Order order, Promised promised) {
    var setAside = promised.setAside();
    var sent = promised.sent();
    return IntStream.range(0, order.lines().size())
        .mapToObj(i -> new LineRow(order.lines().get(i), setAside.getOrDefault(i, 0), sent.getOrDefault(i, 0))).toList();
  }

  /** Products by their names of today: what is on the shelf carries those. */
  private Map<String, String> names(Order order) {
    return products.findBySkuIn(order.lines().stream().map(line -> line.sku()).collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Product::sku, Product::name));
  }
}
