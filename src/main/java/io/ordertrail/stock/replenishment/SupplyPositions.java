package io.ordertrail.stock.replenishment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.stock.ledger.StockItem;

/** Reorder levels, and which places are below theirs. Every change is one conditional update. */
public interface SupplyPositions extends Repository<StockItem, StockItem.Key> {

    @Modifying
    @Query(
            "update StockItem s set s.reorderPoint = :point, s.reorderQuantity = :quantity, s.snoozedUntil = null where s.sku = :sku and s.site = :site")
    int setReorderLevel(String sku, String site, Integer point, Integer quantity);

    @Query("""
      select new io.ordertrail.stock.replenishment.SupplyPosition(s.sku, s.site, s.onHand - s.reserved, s.incoming, s.reorderPoint, s.reorderQuantity)
      from StockItem s where s.sku in :skus order by s.sku, s.site""")
    List<SupplyPosition> supply(Collection<String> skus);

    @Query("""
      select new io.ordertrail.stock.ledger.StockItem$Key(s.sku, s.site) from StockItem s
      where s.belowPoint = 1 and (s.snoozedUntil is null or s.snoozedUntil <= :now)
        and not exists (select 1 from PurchaseOrder p where p.sku = s.sku and p.site = s.site and p.state = PROPOSED)
      order by s.sku, s.site""")
    List<StockItem.Key> belowReorderPoint(Instant now, Limit limit);

    @Query("""
      select count(s) > 0 from StockItem s
      where s.sku = :sku and s.site = :site and s.belowPoint = 1 and (s.snoozedUntil is null or s.snoozedUntil <= :now)""")
    boolean isBelowReorderPoint(String sku, String site, Instant now);

    /**
     * Snoozes a stock level below its reorder point. Above the point there is nothing to snooze: the next fall is a new
     * one.
     */
    @Modifying
    @Query("update StockItem s set s.snoozedUntil = :until where s.sku = :sku and s.site = :site and s.belowPoint = 1")
    int snooze(String sku, String site, Instant until);

    @Query("""
      select new io.ordertrail.stock.ledger.StockItem$Key(s.sku, s.site) from StockItem s
      where s.snoozedUntil is not null and s.belowPoint is null order by s.sku, s.site""")
    List<StockItem.Key> recovered(Limit limit);

    @Modifying
    @Query(
            "update StockItem s set s.snoozedUntil = null where s.sku = :sku and s.site = :site and s.belowPoint is null")
    int endSnooze(String sku, String site);
}
