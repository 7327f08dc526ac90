package io.ordertrail.shipment;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;

/** What was on its way for an order has arrived. */
@Service
@Transactional
public class RecordDelivery {

  private final Shipments shipments;
  private final Clock clock;

  RecordDelivery(Shipments shipments, Clock clock) {
    this.shipments = shipments;
    this.clock = clock;
  }

  public void record(OrderNumber order) {
    shipments.findByOrderNumberAndStatus(order, Shipment.Status.IN_TRANSIT)
        .forEach(shipment -> shipment.close(Shipment.Status.DELIVERED, clock.instant()));
  }
}
