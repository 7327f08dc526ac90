package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItem;

/** What an order can still get from stock, by product and site. */
interface AvailabilityForOrders extends Repository<StockItem, StockItem.Key> {

    /**
     * Stock levels, and the units that this order already has: reserved, shipped or written off, but not those that are
     * to be shipped again. Changes that the session has not flushed do not count. A subquery sums the order's own
     * units, so that no database searches all reservations of a product for them.
     */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      select new io.ordertrail.stock.allocation.AvailabilityForOrder(
        new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.bin, s.onHand, s.reserved), coalesce(mine.pieces, 0))
      from StockItem s join Site t on t.code = s.site
      left join (select r.sku as sku, r.site as site, sum(r.quantity) as pieces from Reservation r
        where r.orderNumber = :order and r.status in (OPEN, SHIPPED, WRITTEN_OFF) group by r.sku, r.site) mine
        on mine.sku = s.sku and mine.site = s.site
      where s.sku in :skus order by s.sku, s.site""")
    List<AvailabilityForOrder> availabilityFor(Collection<String> skus, OrderNumber order);
}
