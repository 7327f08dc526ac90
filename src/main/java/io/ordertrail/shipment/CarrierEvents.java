package io.ordertrail.shipment;

import org.springframework.data.repository.Repository;

/** All that carriers told us. */
public interface CarrierEvents extends Repository<CarrierEvent, String> {

  CarrierEvent save(CarrierEvent event);

  boolean existsById(String id);
}
