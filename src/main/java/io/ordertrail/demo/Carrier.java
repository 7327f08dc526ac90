package io.ordertrail.demo;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.platform.access.Role;
import io.ordertrail.shipment.CarrierNews;
import io.ordertrail.shipment.NoteCarrierNews;
import io.ordertrail.shipment.Shipments;

/** The carriers' systems, which report that parcels of a demo order are delivered. */
@Component
class Carrier {

  private final Staff staff;
  private final Shipments shipments;
  private final NoteCarrierNews noteCarrierNews;
  private final Clock clock;

  Carrier(Staff staff, Shipments shipments, NoteCarrierNews noteCarrierNews, Clock clock) {
    this.staff = staff;
    this.shipments = shipments;
    this.noteCarrierNews = noteCarrierNews;
    this.clock = clock;
  }

  void reportsDelivery(OrderNumber order) {
    shipments.findByOrderNumberOrderByShippedAt(order).forEach(parcel -> report(parcel.trackingNumber()));
  }

  private void report(String trackingNumber) {
    staff.as(Role.SYSTEMS, () -> noteCarrierNews.note(trackingNumber,
        new CarrierNews("news-of-" + trackingNumber, CarrierNews.DELIVERED, clock.instant())));
  }
}
