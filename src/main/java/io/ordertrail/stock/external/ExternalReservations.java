package io.ordertrail.stock.external;

import java.time.Instant;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;

/** Reservations that the external stock system was asked for. */
public interface ExternalReservations extends Repository<ExternalReservation, String> {

    ExternalReservation save(ExternalReservation reservation);

    @Query("select f from ExternalReservation f where f.orderNumber = :order order by f.attempt")
    List<ExternalReservation> of(OrderNumber order);

    /** Attempts that may hold goods in the external system. */
    @Query("""
      select f from ExternalReservation f
      where f.orderNumber = :order and f.status in (ASKED, RESERVED, OUTDATED, RELEASING) order by f.attempt""")
    List<ExternalReservation> open(OrderNumber order);

    /**
     * Attempts of other orders that released such goods in our books, but in the external system not at all or only
     * since then.
     */
    @Query("""
      select distinct f from ExternalReservation f, Reservation r
      where r.sku = :sku and r.site = :site and r.status = RELEASED
        and f.orderNumber = r.orderNumber and f.orderNumber <> :exceptOrder
        and (f.status in (ASKED, RESERVED, OUTDATED, RELEASING) or (f.status = RELEASED and f.answeredAt >= :since))""")
    List<ExternalReservation> releasedInOurBooks(String sku, String site, Instant since, OrderNumber exceptOrder);

    /** Marks all attempts that may hold goods and are not marked yet. */
    @Modifying
    @Query("""
      update ExternalReservation f set f.status = RELEASING
      where f.orderNumber = :order and f.status in (ASKED, RESERVED, OUTDATED)""")
    int markForRelease(OrderNumber order);

    /** Marks attempts as outdated, but not those for exactly this content. */
    @Modifying
    @Query("""
      update ExternalReservation f set f.status = OUTDATED
      where f.orderNumber = :order and f.status in (ASKED, RESERVED) and f.content <> :content""")
    void markOutdated(OrderNumber order, String content);

    /** Records an answer, unless the attempt was marked for release meanwhile. */
    @Modifying
    @Query("""
      update ExternalReservation f set f.status = :to, f.answeredAt = :at
      where f.key = :key and f.status in (ASKED, RESERVED)""")
    int answer(String key, ExternalReservation.Status to, Instant at);

    @Modifying
    @Query("""
      update ExternalReservation f set f.status = :to, f.answeredAt = :at
      where f.key = :key and f.status in (ASKED, RESERVED, OUTDATED, RELEASING)""")
    int settle(String key, ExternalReservation.Status to, Instant at);
}
