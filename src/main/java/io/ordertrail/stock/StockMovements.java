package io.ordertrail.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ledger. */
public interface StockMovements extends Repository<StockMovement, Long> {

  StockMovement save(StockMovement movement);

  Optional<StockMovement> findByExternalId(String externalId);

  List<StockMovement> findBySkuOrderByAtDescIdDesc(String sku, Limit limit);

  /** What happened to a product since a movement. */
  List<StockMovement> findBySkuAndKindAndIdGreaterThanOrderById(String sku, StockMovement.Kind kind, Long id);

  /** Pieces that left for customers since then. */
  @Query("""
      select coalesce(-sum(m.onHandChange), 0) from StockMovement m
      where m.sku = :sku and m.site = :site and m.kind = SHIPMENT and m.at >= :since""")
  long sent(String sku, String site, Instant since);

  /** What the ledger says the stock is. */
  @Query("""
      select m.sku as sku, m.site as site, sum(m.onHandChange) as onHand, sum(m.reservedChange) as reserved
      from StockMovement m group by m.sku, m.site""")
  List<Sum> sums();

  /** The ledger's sums for one product at one site. */
  interface Sum {
    String getSku();

    String getSite();

    long getOnHand();

    long getReserved();
  }
}
