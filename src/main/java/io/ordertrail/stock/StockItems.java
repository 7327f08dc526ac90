package io.ordertrail.stock;

import java.util.Collection;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.OrderNumber;

/**
 * What lies where. Every change is one conditional update that answers 1 when it took place and 0 when it may not;
 * nobody reads, decides and then writes.
 */
public interface StockItems extends Repository<StockItem, StockItem.Key> {

  StockItem save(StockItem item);

  boolean existsById(StockItem.Key key);

  @Modifying
  @Query("update StockItem s set s.reserved = s.reserved + :pieces where s.sku = :sku and s.site = :site and s.onHand - s.reserved >= :pieces")
  int reserve(String sku, String site, int pieces);

  @Modifying
  @Query("update StockItem s set s.reserved = s.reserved - :pieces where s.sku = :sku and s.site = :site and s.reserved >= :pieces")
  int giveBack(String sku, String site, int pieces);

  /** Reserved goods leave: shipped, or not found. */
  @Modifying
  @Query("""
      update StockItem s set s.onHand = s.onHand - :pieces, s.reserved = s.reserved - :pieces
      where s.sku = :sku and s.site = :site and s.reserved >= :pieces""")
  int issue(String sku, String site, int pieces);

  /** @param pieces positive for what comes, negative for what goes; never into what is reserved */
  @Modifying
  @Query("update StockItem s set s.onHand = s.onHand + :pieces where s.sku = :sku and s.site = :site and s.onHand + :pieces >= s.reserved")
  int change(String sku, String site, int pieces);

  @Modifying
  @Query("update StockItem s set s.shelf = :shelf where s.sku = :sku and s.site = :site")
  int moveTo(String sku, String site, String shelf);

  /** Makes everybody else who changes these products' stock wait for the end of this transaction. */
  @Modifying
  @Query("update StockItem s set s.onHand = s.onHand where s.sku in :skus")
  int lock(Collection<String> skus);

  @Query("""
      select new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site where s.sku in :skus order by s.sku, s.site""")
  List<StockLevel> levels(Collection<String> skus);

  /** The same, and what of it is set aside for this order. */
  @Query("""
      select new io.ordertrail.stock.Offer(
        new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved),
        coalesce((select sum(r.quantity) from Reservation r
          where r.orderNumber = :order and r.sku = s.sku and r.site = s.site and r.status = OPEN), 0))
      from StockItem s join Site t on t.code = s.site where s.sku in :skus order by s.sku, s.site""")
  List<Offer> offers(Collection<String> skus, OrderNumber order);

  @Query("""
      select new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site
      where s.onHand - s.reserved < :below and (:site = '' or s.site = :site) and s.sku like concat(:prefix, '%') escape '!'
        and (s.sku > :afterSku or (s.sku = :afterSku and s.site > :afterSite))
      order by s.sku, s.site""")
  List<StockLevel> below(int below, String site, String prefix, String afterSku, String afterSite, Limit limit);

  @Query("select s.onHand - s.reserved from StockItem s where s.sku = :sku and s.site = :site")
  int available(String sku, String site);

  long count();
}
