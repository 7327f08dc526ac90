package io.ordertrail.stock.allocation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.customer.Priority;
import io.ordertrail.order.book.OrderNumber;

/** The order lines that wait for products. */
public interface Backorders extends Repository<Backorder, Backorder.Key> {

    Backorder save(Backorder backorder);

    void delete(Backorder backorder);

    @Query(
            "select b from Backorder b where b.sku = :sku order by b.priority, b.since, b.key.order.value, b.key.position")
    List<Backorder> firstInQueue(String sku, Limit limit);

    @Query("""
      select b.sku as sku, count(distinct b.key.order.value) as orders, sum(b.missing) as units
      from Backorder b where b.sku in :skus group by b.sku""")
    List<Queue> queues(Collection<String> skus);

    /** How many lines of the order wait. */
    @Query("select count(b) from Backorder b where b.key.order = :order")
    long countOf(OrderNumber order);

    @Query("select b from Backorder b where b.key.order = :order")
    List<Backorder> of(OrderNumber order);

    /** Units missing for a backorder and for all that the queue serves before it. */
    @Query("""
      select coalesce(sum(b.missing), 0) from Backorder b
      where b.sku = :sku and (b.priority < :priority or b.priority = :priority and (b.since < :since or b.since = :since
        and (b.key.order.value < :order or b.key.order.value = :order and b.key.position <= :position)))""")
    long missingUpTo(String sku, Priority priority, Instant since, String order, int position);

    /** Units missing for all orders that wait for the product. */
    @Query("select coalesce(sum(b.missing), 0) from Backorder b where b.sku = :sku")
    long missing(String sku);

    /** What an order waits for, as values: a later read in the same transaction sees what changed meanwhile. */
    @Query("""
      select new io.ordertrail.stock.allocation.Reallocation$Lacking(b.key.position, b.sku, b.missing, b.priority, b.since)
      from Backorder b where b.key.order = :order order by b.key.position""")
    List<Reallocation.Lacking> lackingOf(OrderNumber order);

    /**
     * Orders that lack goods which are reserved for a waiting order behind them; the first in the queue first, each once
     * for every such line.
     */
    @Query("""
      select b.key.order from Backorder b
      where exists (select 1 from Reservation r, Backorder w
        where r.sku = b.sku and r.status = OPEN and r.found is null and w.key.order.value = r.orderNumber.value
          and (w.priority > b.priority or w.priority = b.priority and (w.since > b.since or w.since = b.since
            and w.key.order.value > b.key.order.value)))
      order by b.priority, b.since, b.key.order.value, b.key.position""")
    List<OrderNumber> aheadOfHolders(Limit limit);

    @Modifying
    @Query("delete from Backorder b where b.key.order = :order")
    int deleteAllOf(OrderNumber order);

    /** How many orders wait for a product, and for how many units. */
    interface Queue {
        String getSku();

        long getOrders();

        /** Units missing for all of them. */
        long getUnits();
    }
}
