package io.ordertrail.stock.allocation;

import java.util.Collection;
import java.util.List;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.ledger.StockItem;

/** What an order can still have of the stock, by product and site. */
interface AvailabilityForOrders extends Repository<StockItem, StockItem.Key> {

    /**
     * Stock levels, and what of them this order got already, whatever became of it but what is to be sent again; but for what the session has still
     * to write. The order's own part is summed by itself, so that no database looks for it among all that is promised of a product.
     */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      select new io.ordertrail.stock.allocation.AvailabilityForOrder(
        new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved), coalesce(mine.pieces, 0))
      from StockItem s join Site t on t.code = s.site
      left join (select r.sku as sku, r.site as site, sum(r.quantity) as pieces from Reservation r
        where r.orderNumber = :order and r.status in (OPEN, SHIPPED, WRITTEN_OFF) group by r.sku, r.site) mine
        on mine.sku = s.sku and mine.site = s.site
      where s.sku in :skus order by s.sku, s.site""")
    List<AvailabilityForOrder> offers(Collection<String> skus, OrderNumber order);
}
