package io.ordertrail.stock.ledger;

import java.math.BigDecimal;
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

    /**
     * Newest first, from the last one of the page before.
     *
     * @param site empty for all
     */
    @Query("""
      select m from StockMovement m
      where m.sku = :sku and (:site = '' or m.site = :site) and m.kind in :kinds
        and (m.at < :before or (m.at = :before and m.id < :beforeId))
      order by m.at desc, m.id desc""")
    List<StockMovement> newest(
            String sku, String site, Collection<StockMovement.Kind> kinds, Instant before, long beforeId, Limit limit);

    /**
     * When the first movement took place; null when there is none.
     *
     * @param site empty for all
     */
    @Query("select min(m.at) from StockMovement m where m.sku = :sku and (:site = '' or m.site = :site)")
    Instant first(String sku, String site);

    /**
     * What changed in each hour that had a change, in any order.
     *
     * @param site empty for all
     */
    @Query("""
      select new io.ordertrail.stock.ledger.StockMovements$Hour(extract(year from m.at), extract(month from m.at), extract(day from m.at),
        extract(hour from m.at), sum(m.onHandChange), sum(m.reservedChange))
      from StockMovement m where m.sku = :sku and (:site = '' or m.site = :site) and m.at >= :since
      group by extract(year from m.at), extract(month from m.at), extract(day from m.at), extract(hour from m.at)""")
    List<Hour> hours(String sku, String site, Instant since);

    /** Later movements of a product. */
    List<StockMovement> findBySkuAndKindAndIdGreaterThanOrderById(String sku, StockMovement.Kind kind, Long id);

    /** Units shipped to customers since then. */
    @Query("""
      select coalesce(-sum(m.onHandChange), 0) from StockMovement m
      where m.sku = :sku and m.site = :site and m.kind = SHIPMENT and m.at >= :since""")
    long shipped(String sku, String site, Instant since);

    /** The stock according to the ledger. */
    @Query("""
      select m.sku as sku, m.site as site, sum(m.onHandChange) as onHand, sum(m.reservedChange) as reserved
      from StockMovement m group by m.sku, m.site""")
    List<Sum> sums();

    /**
     * Units that movements of these kinds removed and added since then, by site and month (of UTC). Their worth is
     * calculated with today's list prices.
     *
     * @param site empty for all
     */
    @Query("""
      select m.kind as kind, m.site as site, year(m.at) as inYear, month(m.at) as inMonth,
        sum(case when m.onHandChange < 0 then -m.onHandChange else 0 end) as less,
        sum(case when m.onHandChange > 0 then m.onHandChange else 0 end) as more,
        sum(m.onHandChange * p.listPrice) as worth
      from StockMovement m join Product p on p.sku = m.sku
      where m.kind in :kinds and m.at >= :since and (:site = '' or m.site = :site)
      group by m.kind, m.site, year(m.at), month(m.at)""")
    List<Difference> differences(Collection<StockMovement.Kind> kinds, Instant since, String site);

    /** Units that movements of one kind removed or added in a month. */
    interface Difference {
        StockMovement.Kind getKind();

        String getSite();

        int getInYear();

        int getInMonth();

        long getLess();

        long getMore();

        BigDecimal getWorth();
    }

    /** The sum of all changes in an hour of UTC. */
    record Hour(int year, int month, int day, int hour, long onHand, long reserved) {

        public Instant start() {
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
