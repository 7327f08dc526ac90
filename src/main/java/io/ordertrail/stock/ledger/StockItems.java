package io.ordertrail.stock.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.persistence.QueryHint;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/**
 * Which product is stocked at which site. Every change is one conditional update that returns 1 when it took place and
 * 0 when its condition did not hold; no caller reads, decides and then writes.
 */
public interface StockItems extends Repository<StockItem, StockItem.Key> {

    boolean existsById(StockItem.Key key);

    @Modifying
    @Query(
            "update StockItem s set s.reserved = s.reserved - :units where s.sku = :sku and s.site = :site and s.reserved >= :units")
    int release(String sku, String site, int units);

    /** Takes reserved goods off, because they were shipped or not found. */
    @Modifying
    @Query("""
      update StockItem s set s.onHand = s.onHand - :units, s.reserved = s.reserved - :units
      where s.sku = :sku and s.site = :site and s.reserved >= :units""")
    int issue(String sku, String site, int units);

    /**
     * Changes on hand, but never below what is reserved.
     *
     * @param units positive for what comes, negative for what goes
     */
    @Modifying
    @Query(
            "update StockItem s set s.onHand = s.onHand + :units where s.sku = :sku and s.site = :site and s.onHand + :units >= s.reserved")
    int change(String sku, String site, int units);

    /** Does the same for many products at once; the caller has locked their stock. The session need not flush first. */
    @Modifying
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      update StockItem s set s.onHand = s.onHand + :units
      where s.sku in :skus and s.site = :site and s.onHand + :units >= s.reserved""")
    int changeAll(Collection<String> skus, String site, int units);

    /**
     * Creates stock levels with nothing on hand for products that are new at the site; fails when one exists already.
     */
    @Modifying
    @Query("""
      insert into StockItem (sku, site, bin, onHand, reserved)
      select p.sku, t.code, '-', 0, 0 from Product p, Site t where p.sku in :skus and t.code = :site""")
    int create(Collection<String> skus, String site);

    /** Ensures that the product has a stock level at the site; a new one has nothing on hand. */
    default void ensureExists(String sku, String site) {
        if (!existsById(new StockItem.Key(sku, site))) {
            create(List.of(sku), site);
        }
    }

    @Modifying
    @Query("update StockItem s set s.bin = :bin where s.sku = :sku and s.site = :site")
    int moveToBin(String sku, String site, String bin);

    /** Counts a change of the bin and the reorder level, and locks the stock until the end of the transaction. */
    @Modifying
    @Query("update StockItem s set s.settingsVersion = s.settingsVersion + 1 where s.sku = :sku and s.site = :site")
    int countSettings(String sku, String site);

    @Query("select s.settingsVersion from StockItem s where s.sku = :sku and s.site = :site")
    Optional<Integer> settingsVersion(String sku, String site);

    /** Locks the products' stock at all sites until the end of the transaction. */
    @Modifying
    @Query("update StockItem s set s.onHand = s.onHand where s.sku in :skus")
    int lock(Collection<String> skus);

    /** The session need not flush first: only statements change stock, never entities. */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("""
      select new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.bin, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site where s.sku in :skus order by s.sku, s.site""")
    List<StockLevel> levels(Collection<String> skus);

    @Query("""
      select new io.ordertrail.stock.ledger.StockLevel(s.sku, s.site, t.country, s.bin, s.onHand, s.reserved)
      from StockItem s join Site t on t.code = s.site
      where s.onHand - s.reserved < :below and (:site = '' or s.site = :site) and upper(s.sku) like upper(concat(:prefix, '%')) escape '!'
        and (s.sku > :afterSku or (s.sku = :afterSku and s.site > :afterSite))
      order by s.sku, s.site""")
    List<StockLevel> below(int below, String site, String prefix, String afterSku, String afterSite, Limit limit);

    /**
     * Changes the incoming quantity.
     *
     * @param units positive for units that were ordered, negative for units that will not come
     */
    @Modifying
    @Query(
            "update StockItem s set s.incoming = s.incoming + :units where s.sku = :sku and s.site = :site and s.incoming + :units >= 0")
    int addIncoming(String sku, String site, int units);

    /** Receives incoming units: they are on hand now. */
    @Modifying
    @Query("""
      update StockItem s set s.onHand = s.onHand + :units, s.incoming = s.incoming - :units
      where s.sku = :sku and s.site = :site and s.incoming >= :units""")
    int receiveIncoming(String sku, String site, int units);

    @Query("select s.onHand - s.reserved from StockItem s where s.sku = :sku and s.site = :site")
    int available(String sku, String site);

    long count();
}
