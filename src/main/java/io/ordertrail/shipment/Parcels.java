package io.ordertrail.shipment;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;

/** All parcels. */
public interface Parcels extends Repository<Parcel, String> {

    Parcel save(Parcel parcel);

    Optional<Parcel> findById(String number);

    Optional<Parcel> findByTrackingNumber(String trackingNumber);

    /** Parcels by their numbers, from the one that follows. */
    @Query("select p from Parcel p where p.number > :after order by p.number")
    List<Parcel> following(String after, Limit limit);

    /** The parcels of an order in the sequence in which they were planned. */
    List<Parcel> findByOrderNumberOrderBySequence(OrderNumber order);

    /** The parcels that a carrier has or had. */
    default List<Parcel> shipped(OrderNumber order) {
        return of(order).stream().filter(parcel -> parcel.state().shipped()).toList();
    }

    default List<Parcel> of(OrderNumber order) {
        return findByOrderNumberOrderBySequence(order);
    }

    default Parcel get(String number) {
        return findById(number).orElseThrow(() -> new IllegalArgumentException("No parcel " + number));
    }

    /**
     * Finds the parcel of a carrier.
     *
     * @throws UnknownTrackingNumber when no parcel has this tracking number
     */
    default Parcel tracked(String trackingNumber) {
        return findByTrackingNumber(trackingNumber).orElseThrow(() -> new UnknownTrackingNumber(trackingNumber));
    }
}
