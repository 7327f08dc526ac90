package io.ordertrail.stock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ledger. */
public interface StockMovements extends Repository<StockMovement, Long> {

  StockMovement save(StockMovement movement);

  Optional<StockMovement> findByExternalId(String externalId);

  Optional<StockMovement> findById(Long id);

  List<StockMovement> findByIdIn(Collection<Long> ids);

  List<StockMovement> findByExternalIdIn(Collection<String> externalIds);

  /** Newest first, from the last one seen on. @param site empty for all */
  @Query("""
      select m from StockMovement m
      where m.sku = :sku and (:site = '' or m.site = :site) and m.kind in :kinds
        and (m.at < :before or (m.at = :before and m.id < :beforeId))
      order by m.at desc, m.id desc""")
  List<StockMovement> newest(String sku, String site, Collection<StockMovement.Kind> kinds, Instant before, long beforeId, Limit limit);

  /** When the first of them took place; null where there is none. @param site empty for all */
  @Query("select min(m.at) from StockMovement m where m.sku = :sku and (:site = '' or m.site = :site)")
  Instant first(String sku, String site);

  /** What changed in each hour that had a change, in any order. @param site empty for all */
  @Query("""
      select new io.ordertrail.stock.StockMovements$Hour(extract(year from m.at), extract(month from m.at), extract(day from m.at),
        extract(hour from m.at), sum(m.onHandChange), sum(m.reservedChange))
      from StockMovement m where m.sku = :sku and (:site = '' or m.site = :site) and m.at >= :since
      group by extract(year from m.at), extract(month from m.at), extract(day from m.at), extract(hour from m.at)""")
  List<Hour> hours(String sku, String site, Instant since);

  /** What happened to a product since a movement. */
  List<StockMovement> findBySkuAndKindAndIdGreaterThanOrderById(String sku, StockMovement.Kind kind, Long id);

  /** What the ledger says the stock is. */
  @Query("""
      select m.sku as sku, m.site as site, sum(m.onHandChange) as onHand, sum(m.reservedChange) as reserved
      from StockMovement m group by m.sku, m.site""")
  List<Sum> sums();

  /** All that changed in an hour of UTC. */
  record Hour(int year, int month, int day, int hour, long onHand, long reserved) {

    Instant start() {
      return LocalDateTime.of(year, month, day, hour, 0).toInstant(ZoneOffset.UTC);
    }
  }

  /** The ledger's sums for one product at one site. */
  interface Sum {
    String getSku();

    String getSite();

    long getOnHand();

    long getReserved();
  }
}
