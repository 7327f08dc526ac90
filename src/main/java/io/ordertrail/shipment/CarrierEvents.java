package io.ordertrail.shipment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All messages of carriers. */
public interface CarrierEvents extends Repository<CarrierEvent, CarrierEvent.Key> {

    CarrierEvent save(CarrierEvent event);

    List<CarrierEvent> findByKeyTrackingNumberInOrderByAt(Collection<String> trackingNumbers);

    Optional<CarrierEvent> findById(CarrierEvent.Key key);
}
