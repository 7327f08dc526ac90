package io.ordertrail.demo;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.order.ConfirmReceipt;
import io.ordertrail.order.OrderNumber;
import io.ordertrail.order.Orders;
import io.ordertrail.order.ReportDelivery;
import io.ordertrail.platform.Role;
import io.ordertrail.process.OrderFulfilment.Variable;
import io.ordertrail.shipment.CarrierNews;
import io.ordertrail.shipment.NoteCarrierNews;
import io.ordertrail.shipment.Shipments;

/** What becomes of a demo order once it has left: told by the customer's and the carrier's software, or by customer service. */
@Component
class CustomerCare {

  private final Staff staff;
  private final Orders orders;
  private final Shipments shipments;
  private final NoteCarrierNews noteCarrierNews;
  private final ReportDelivery reportDelivery;
  private final ConfirmReceipt confirmReceipt;
  private final Clock clock;

  CustomerCare(Staff staff, Orders orders, Shipments shipments, NoteCarrierNews noteCarrierNews, ReportDelivery reportDelivery,
      ConfirmReceipt confirmReceipt, Clock clock) {
    this.staff = staff;
    this.orders = orders;
    this.shipments = shipments;
    this.noteCarrierNews = noteCarrierNews;
    this.reportDelivery = reportDelivery;
    this.confirmReceipt = confirmReceipt;
    this.clock = clock;
  }

  void deliver(OrderNumber order) {
    if (cameByMachine(order)) {
      shipments.findByOrderNumberOrderByShippedAt(order).forEach(parcel -> carrierSays(parcel.trackingNumber()));
    } else {
      staff.as(Role.CUSTOMER_SERVICE, () -> reportDelivery.deliver(order));
    }
  }

  private void carrierSays(String trackingNumber) {
    staff.as(Role.SYSTEMS, () -> noteCarrierNews.note(trackingNumber,
        new CarrierNews("news-of-" + trackingNumber, CarrierNews.DELIVERED, clock.instant())));
  }

  void confirmReceipt(OrderNumber order) {
    staff.as(cameByMachine(order) ? Role.SYSTEMS : Role.CUSTOMER_SERVICE, () -> confirmReceipt.confirm(order));
  }

  void sendAgain(OrderNumber order) {
    chase(order, "sendAgain", "The carrier cannot find the parcel.");
  }

  void writeOff(OrderNumber order) {
    chase(order, "writeOff", "The carrier lost the parcel, and the customer no longer needs the goods.");
  }

  private void chase(OrderNumber order, String decision, String reason) {
    staff.finish(Job.CHASE, order, Map.of(Variable.CHASE_DECISION, decision, Variable.CHASE_REASON, reason));
  }

  private boolean cameByMachine(OrderNumber order) {
    return DemoOrder.cameByMachine(orders.get(order).channel());
  }
}
