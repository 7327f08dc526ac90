package io.ordertrail.api;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.api.OrderView.HoldView;
import io.ordertrail.api.OrderView.LineView;
import io.ordertrail.api.OrderView.ShipmentView;
import io.ordertrail.api.OrderView.Totals;
import io.ordertrail.catalog.Money;
import io.ordertrail.customer.Customers;
import io.ordertrail.order.Hold;
import io.ordertrail.order.Order;
import io.ordertrail.order.OrderLine;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.process.PromisedDelivery;
import io.ordertrail.shipment.Shipment;
import io.ordertrail.shipment.Shipments;
import io.ordertrail.stock.PickList;

/** Puts together what is known of an order. */
@Service
@Transactional(readOnly = true)
class ShowOrder {

  private final Orders orders;
  private final Customers customers;
  private final PickList pickList;
  private final Shipments shipments;
  private final AllowedActions allowedActions;
  private final PromisedDelivery promisedDelivery;

  ShowOrder(Orders orders, Customers customers, PickList pickList, Shipments shipments, AllowedActions allowedActions,
      PromisedDelivery promisedDelivery) {
    this.orders = orders;
    this.customers = customers;
    this.pickList = pickList;
    this.shipments = shipments;
    this.allowedActions = allowedActions;
    this.promisedDelivery = promisedDelivery;
  }

  public OrderView show(OrderNumber number) {
    return view(orders.get(number), shipments.findByOrderNumberOrderByShippedAt(number));
  }

  /** An order that was entered in this transaction: nothing of it has been shipped. */
  public OrderView entered(OrderNumber number) {
    return view(orders.get(number), List.of());
  }

  private OrderView view(Order order, List<Shipment> parcels) {
    return new OrderView(order.number().value(), order.state(), order.stateSince(), order.channel(), order.externalReference(),
        order.customer(), order.currency().getCurrencyCode(), order.requestedDelivery(), order.partialDelivery(),
        order.priorityFor(customers.get(order.customer())), order.note(),
        order.shipTo(), lines(order), order.holds().stream().map(ShowOrder::hold).toList(),
        parcels.stream().map(ShowOrder::parcel).toList(), new Totals(Decimals.amount(order.total())), order.enteredAt(),
        order.enteredBy(), allowedActions.on(order, parcels.stream().anyMatch(parcel -> parcel.status() == Shipment.Status.IN_TRANSIT)),
        promisedDelivery.of(order).orElse(null));
  }

  private List<LineView> lines(Order order) {
    var promised = pickList.promised(order.number());
    var setAside = promised.setAside();
    var sent = promised.sent();
    return IntStream.range(0, order.lines().size())
        .mapToObj(i -> line(order, order.lines().get(i), setAside.getOrDefault(i, 0), sent.getOrDefault(i, 0))).toList();
  }

  private static LineView line(Order order, OrderLine line, int reserved, int shipped) {
    var currency = order.currency();
    return new LineView(line.sku(), line.name(), line.quantity(), line.struck(), reserved, shipped,
        Decimals.price(line.unitPrice(), currency), Decimals.price(line.listPrice(), currency),
        Decimals.percent(line.discountPercent()), Decimals.amount(new Money(line.amount(), currency)));
  }

  private static HoldView hold(Hold hold) {
    return new HoldView(hold.rule(), hold.reason(), hold.severity(), hold.status(), hold.openedAt(), hold.closedAt(), hold.closedBy());
  }

  private static ShipmentView parcel(Shipment parcel) {
    return new ShipmentView(parcel.trackingNumber(), parcel.site(), parcel.carrier(), parcel.status(), parcel.shippedAt(), parcel.due(),
        parcel.closedAt(), new TreeMap<>(parcel.pieces()));
  }
}
