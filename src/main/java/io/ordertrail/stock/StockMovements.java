package io.ordertrail.stock;

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

  List<StockMovement> findByExternalIdIn(Collection<String> externalIds);

  List<StockMovement> findBySkuOrderByAtDescIdDesc(String sku, Limit limit);

  /** What happened to a product since a movement. */
  List<StockMovement> findBySkuAndKindAndIdGreaterThanOrderById(String sku, StockMovement.Kind kind, Long id);

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
