package io.ordertrail.stock.external;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;

/** What the company's own stock system was asked to set aside. */
public interface ExternalReservations extends Repository<ExternalReservation, String> {

    ExternalReservation save(ExternalReservation asked);

    @Query("select f from ForeignReservation f where f.orderNumber = :order order by f.attempt")
    List<ExternalReservation> of(OrderNumber order);

    /** Those that may hold goods there. */
    @Query(
            "select f from ForeignReservation f where f.orderNumber = :order and f.status in (ASKED, RESERVED) order by f.attempt")
    List<ExternalReservation> open(OrderNumber order);

    /** Those of other orders that gave back such goods here, and have not over there, or only since then. */
    @Query("""
      select distinct f from ForeignReservation f, Reservation r
      where r.sku = :sku and r.site = :site and r.status = RELEASED
        and f.orderNumber = r.orderNumber and f.orderNumber <> :but
        and (f.status in (ASKED, RESERVED) or (f.status = RELEASED and f.answeredAt >= :since))""")
    List<ExternalReservation> givenBack(String sku, String site, Instant since, OrderNumber but);

    @Modifying
    @Query(
            "update ForeignReservation f set f.status = :to, f.answeredAt = :at where f.key = :key and f.status in (ASKED, RESERVED)")
    int settle(String key, ExternalReservation.Status to, Instant at);
}
