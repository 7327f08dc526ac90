package io.ordertrail.stock.ledger;

import java.util.Collection;
import java.util.List;
import jakarta.persistence.QueryHint;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/**
 * What lies where. Every change is one conditional update that answers 1 when it took place and 0 when it may not;
 * nobody reads, decides and then writes.
 */
public interface StockItems extends Repository<StockItem, StockItem.Key> {

    boolean existsById(StockItem.Key key);

    @Modifying
    @Query(
            "update StockItem s set s.reserved = s.reserved + :pieces where s.sku = :sku and s.site = :site and s.onHand - s.reserved >= :pieces")
    int reserve(String sku, String site, int pieces);

    @Modifying
    @Query(
            "update StockItem s set s.reserved = s.reserved - :pieces where s.sku = :sku and s.site = :site and s.reserved >= :pieces")
    int giveBack(String sku, String site, int pieces);

    /** Reserved goods leave: shipped, or not found. */
    @Modifying
    @Query("""
      update StockItem s set s.onHand = s.onHand - :pieces, s.reserved = s.reserved - :pieces
      where s.sku = :sku and s.site = :site and s.reserved >= :pieces""")
    int issue(String sku, String site, int pieces);

    /** @param pieces positive for what comes, negative for what goes; never into what is reserved */
    @Modifying
    @Query(
            "update StockItem s set s.onHand = s.onHand + :pieces where s.sku = :sku and s.site = :site and s.onHand + :pieces >= s.reserved")
    int change(String sku, String site, int pieces);

    /** The same for many products at once, whose stock is locked. What the session has still to write does not concern it. */
    @Modifying
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      update StockItem s set s.onHand = s.onHand + :pieces
      where s.sku in :skus and s.site = :site and s.onHand + :pieces >= s.reserved""")
    int changeAll(Collection<String> skus, String site, int pieces);

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
      select new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site where s.sku in :skus order by s.sku, s.site""")
    List<StockLevel> levels(Collection<String> skus);

    @Query("""
      select new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.shelf, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site
      where s.onHand - s.reserved < :below and (:site = '' or s.site = :site) and s.sku like concat(:prefix, '%') escape '!'
        and (s.sku > :afterSku or (s.sku = :afterSku and s.site > :afterSite))
      order by s.sku, s.site""")
    List<StockLevel> below(int below, String site, String prefix, String afterSku, String afterSite, Limit limit);

    /** @param pieces that were ordered, or below zero: that will not come */
    @Modifying
    @Query(
            "update StockItem s set s.incoming = s.incoming + :pieces where s.sku = :sku and s.site = :site and s.incoming + :pieces >= 0")
    int announce(String sku, String site, int pieces);

    /** What was incoming is here. */
    @Modifying
    @Query("""
      update StockItem s set s.onHand = s.onHand + :pieces, s.incoming = s.incoming - :pieces
      where s.sku = :sku and s.site = :site and s.incoming >= :pieces""")
    int arrive(String sku, String site, int pieces);

    @Query("select s.onHand - s.reserved from StockItem s where s.sku = :sku and s.site = :site")
    int available(String sku, String site);

    long count();
}
