package io.ordertrail.stock;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.QueryHint;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

import io.ordertrail.order.OrderNumber;

/**
 * What lies where. Every change is one conditional update that answers 1 when it took place and 0 when it may not;
 * nobody reads, decides and then writes.
 */
public interface StockItems extends Repository<StockItem, StockItem.Key> {

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

  /** The same for many products at once, whose stock is locked. What the session has still to write does not concern it. */
  @Modifying
  @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
  @Query("""
      update StockItem s set s.onHand = s.onHand + :pieces
      where s.sku in :skus and s.site = :site and s.onHand + :pieces >= s.reserved""")
  int changeAll(Collection<String> skus, String site, int pieces);

  /** Brings products, whose stock is locked, to what a source said of them last; never below what is reserved. */
  @Modifying
  @Query("""
      update StockItem s
      set s.onHand = (select f.onHand from StockFeed f where f.source = :source and f.sku = s.sku and f.site = s.site)
      where s.sku in :skus and s.site = :site
        and exists (select 1 from StockFeed f where f.source = :source and f.sku = s.sku and f.site = s.site and f.onHand >= s.reserved)""")
  int follow(String source, Collection<String> skus, String site);

  /** Gives products that were never at the site their place there, with nothing on it; who is not the first to do so is refused. */
  @Modifying
  @Query("""
      insert into StockItem (sku, site, shelf, onHand, reserved)
      select p.sku, t.code, '-', 0, 0 from Product p, Site t where p.sku in :skus and t.code = :site""")
  int keep(Collection<String> skus, String site);

  /** The place of a product at a site; a product that was never there gets it with nothing on it. */
  default void keepPlace(String sku, String site) {
    if (!existsById(new StockItem.Key(sku, site))) {
      keep(List.of(sku), site);
    }
  }

  @Modifying
  @Query("update StockItem s set s.shelf = :shelf where s.sku = :sku and s.site = :site")
  int moveTo(String sku, String site, String shelf);

  /** Makes everybody else who changes these products' stock wait for the end of this transaction. */
  @Modifying
  @Query("update StockItem s set s.onHand = s.onHand where s.sku in :skus")
  int lock(Collection<String> skus);

  /** What the session has still to write does not concern it: stock is changed by statements. */
  @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
  @Query("""
      select new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site where s.sku in :skus order by s.sku, s.site""")
  List<StockLevel> levels(Collection<String> skus);

  /**
   * The same, and what of it this order got already, whatever became of it but what is to be sent again; but for what the session has still
   * to write. The order's own part is summed by itself, so that no database looks for it among all that is promised of a product.
   */
  @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
  @Query("""
      select new io.ordertrail.stock.Offer(
        new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved), coalesce(mine.pieces, 0))
      from StockItem s join Site t on t.code = s.site
      left join (select r.sku as sku, r.site as site, sum(r.quantity) as pieces from Reservation r
        where r.orderNumber = :order and r.status in (OPEN, SHIPPED, WRITTEN_OFF) group by r.sku, r.site) mine
        on mine.sku = s.sku and mine.site = s.site
      where s.sku in :skus order by s.sku, s.site""")
  List<Offer> offers(Collection<String> skus, OrderNumber order);

  @Query("""
      select new io.ordertrail.stock.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site
      where s.onHand - s.reserved < :below and (:site = '' or s.site = :site) and s.sku like concat(:prefix, '%') escape '!'
        and (s.sku > :afterSku or (s.sku = :afterSku and s.site > :afterSite))
      order by s.sku, s.site""")
  List<StockLevel> below(int below, String site, String prefix, String afterSku, String afterSite, Limit limit);

  @Modifying
  @Query("update StockItem s set s.reorderPoint = :point, s.reorderQuantity = :quantity, s.quietUntil = null where s.sku = :sku and s.site = :site")
  int watch(String sku, String site, Integer point, Integer quantity);

  /** @param pieces that were ordered, or below zero: that will not come */
  @Modifying
  @Query("update StockItem s set s.incoming = s.incoming + :pieces where s.sku = :sku and s.site = :site and s.incoming + :pieces >= 0")
  int announce(String sku, String site, int pieces);

  /** What was incoming is here. */
  @Modifying
  @Query("""
      update StockItem s set s.onHand = s.onHand + :pieces, s.incoming = s.incoming - :pieces
      where s.sku = :sku and s.site = :site and s.incoming >= :pieces""")
  int arrive(String sku, String site, int pieces);

  @Query("""
      select new io.ordertrail.stock.Supply(s.sku, s.site, s.onHand - s.reserved, s.incoming, s.reorderPoint, s.reorderQuantity)
      from StockItem s where s.sku in :skus order by s.sku, s.site""")
  List<Supply> supply(Collection<String> skus);

  @Query("""
      select new io.ordertrail.stock.StockItem$Key(s.sku, s.site) from StockItem s
      where s.underPoint = 1 and (s.quietUntil is null or s.quietUntil <= :now)
        and not exists (select 1 from Purchase p where p.sku = s.sku and p.site = s.site and p.state = PROPOSED)
      order by s.sku, s.site""")
  List<StockItem.Key> runningLow(Instant now, Limit limit);

  @Query("""
      select count(s) > 0 from StockItem s
      where s.sku = :sku and s.site = :site and s.underPoint = 1 and (s.quietUntil is null or s.quietUntil <= :now)""")
  boolean isLow(String sku, String site, Instant now);

  /** A shelf that is above its point needs no peace: the next fall is news. */
  @Modifying
  @Query("update StockItem s set s.quietUntil = :until where s.sku = :sku and s.site = :site and s.underPoint = 1")
  int leaveInPeace(String sku, String site, Instant until);

  @Query("""
      select new io.ordertrail.stock.StockItem$Key(s.sku, s.site) from StockItem s
      where s.quietUntil is not null and s.underPoint is null order by s.sku, s.site""")
  List<StockItem.Key> recovered(Limit limit);

  @Modifying
  @Query("update StockItem s set s.quietUntil = null where s.sku = :sku and s.site = :site and s.underPoint is null")
  int forgetDecision(String sku, String site);

  @Query("select s.onHand - s.reserved from StockItem s where s.sku = :sku and s.site = :site")
  int available(String sku, String site);

  long count();
}
