package io.ordertrail.shipment;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.Repository;

/** All messages of carriers. */
public interface CarrierEvents extends Repository<CarrierEvent, String> {

    CarrierEvent save(CarrierEvent event);

    List<CarrierEvent> findByTrackingNumberInOrderByAt(Collection<String> trackingNumbers);

    boolean existsById(String id);
}
