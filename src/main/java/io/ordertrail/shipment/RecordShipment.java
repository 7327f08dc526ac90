package io.ordertrail.shipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.order.OrderNumber;
import io.ordertrail.platform.Refusal;

/** A parcel has been handed to a carrier. */
@Service
@Transactional
public class RecordShipment {

  private final Shipments shipments;
  private final Clock clock;

  RecordShipment(Shipments shipments, Clock clock) {
    this.shipments = shipments;
    this.clock = clock;
  }

  /**
   * @param site that it comes from; null where the whole order goes as one
   * @throws Refusal when the tracking number is that of another parcel
   */
  public void record(OrderNumber order, String site, String carrier, String trackingNumber, LocalDate due, Map<String, Integer> pieces) {
    if (shipments.findById(trackingNumber).isPresent()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "shipment.tracking-taken", trackingNumber);
    }
    shipments.save(new Shipment(order, site, carrier, trackingNumber, due, pieces, clock.instant()));
  }
}
