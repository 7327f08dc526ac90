package io.ordertrail.stock.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/**
 * What is reserved for which order line. Each change is conditional, so that it takes place once, however many callers
 * ask for it.
 */
public interface Reservations extends Repository<Reservation, Long> {

    Reservation save(Reservation reservation);

    @Query("""
      select new io.ordertrail.stock.allocation.OpenReservation(r.id, r.orderNumber, r.sku, r.site, s.bin, r.quantity, r.found, r.position, r.parcel)
      from Reservation r join StockItem s on s.sku = r.sku and s.site = r.site
      where r.orderNumber = :order and r.status = OPEN order by r.site, s.bin, r.sku, r.position""")
    List<OpenReservation> openOf(OrderNumber order);

    /** Without those that are not written yet: it does not flush. */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      select new io.ordertrail.stock.allocation.AllocatedQuantities$Allocation(r.position, r.sku, r.site, r.quantity, r.status, r.parcel)
      from Reservation r where r.orderNumber = :order and r.status in (OPEN, SHIPPED, WRITTEN_OFF)""")
    List<AllocatedQuantities.Allocation> writtenOf(OrderNumber order);

    @Query("""
      select new io.ordertrail.stock.allocation.AllocatedQuantities$Allocation(r.position, r.sku, r.site, r.quantity, r.status, r.parcel)
      from Reservation r where r.orderNumber = :order and r.parcel is not null""")
    List<AllocatedQuantities.Allocation> inParcels(OrderNumber order);

    /** What can still be taken from orders: lowest priority first, then the newest reservation. */
    @Query("""
      select new io.ordertrail.stock.allocation.OpenReservation(r.id, r.orderNumber, r.sku, r.site, '', r.quantity, r.found, r.position, r.parcel)
      from Reservation r where r.sku = :sku and r.site = :site and r.status = OPEN and r.found is null
      order by r.priority desc, r.reservedAt desc, r.id desc""")
    List<OpenReservation> notPicked(String sku, String site);

    /** What waiting orders hold that stand behind a place in the queue: the last order first. */
    @Query("""
      select new io.ordertrail.stock.allocation.OpenReservation(r.id, r.orderNumber, r.sku, r.site, '', r.quantity, r.found, r.position, r.parcel)
      from Reservation r where r.sku in :skus and r.status = OPEN and r.parcel is null
        and exists (select 1 from Backorder w where w.key.order.value = r.orderNumber.value
          and (w.priority > :priority or w.priority = :priority and (w.since > :since or w.since = :since
            and w.key.order.value > :order)))
      order by r.priority desc, r.reservedAt desc, r.id desc""")
    List<OpenReservation> heldBehind(Collection<String> skus, Priority priority, Instant since, String order);

    /** Units that are packed and no longer in the bin, though they are on hand until they are shipped. */
    @Query(
            "select coalesce(sum(r.found), 0) from Reservation r where r.sku = :sku and r.site = :site and r.status = OPEN")
    long picked(String sku, String site);

    @Modifying
    @Query("update Reservation r set r.status = :to where r.id = :id and r.status = OPEN and r.quantity = :quantity")
    int close(long id, int quantity, Reservation.Status to);

    /** Does not change those that are not written yet: it does not flush. */
    @Modifying
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query(
            "update Reservation r set r.parcel = :parcel where r.orderNumber = :order and r.site in :sites and r.parcel is null and r.status = OPEN")
    int assignWritten(OrderNumber order, Collection<String> sites, String parcel);

    /** The parcel is not sent: its goods stay reserved and are to be picked again. */
    @Modifying
    @Query("""
      update Reservation r set r.parcel = null, r.found = null
      where r.orderNumber = :order and r.parcel = :parcel and r.status = OPEN""")
    int unpack(OrderNumber order, String parcel);

    /** The goods in the parcel do not arrive. */
    @Modifying
    @Query("""
      update Reservation r set r.status = :to
      where r.orderNumber = :order and r.parcel = :parcel and r.status = SHIPPED""")
    int writeOffShipped(OrderNumber order, String parcel, Reservation.Status to);

    /** Adds units to a reservation for which no parcel is planned yet, so that no parcel grows while it is picked. */
    @Modifying
    @Query("""
      update Reservation r set r.quantity = r.quantity + :units
      where r.orderNumber = :order and r.position = :position and r.sku = :sku and r.site = :site and r.status = OPEN and r.parcel is null""")
    int increase(OrderNumber order, int position, String sku, String site, int units);

    /** Takes units out of a reservation; the rest stays reserved. */
    @Modifying
    @Query(
            "update Reservation r set r.quantity = r.quantity - :units where r.id = :id and r.status = OPEN and r.quantity > :units")
    int decrease(long id, int units);

    @Modifying
    @Query(
            "update Reservation r set r.found = :found where r.id = :id and r.orderNumber = :order and r.status = OPEN and r.quantity >= :found")
    int recordFound(long id, OrderNumber order, int found);
}
