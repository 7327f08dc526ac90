package io.ordertrail.stock.replenishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;
import io.ordertrail.stock.ledger.PurchaseNumber;
import io.ordertrail.stock.ledger.UnknownPurchase;

/** All that we ever thought of buying. Each change is conditional, so that it takes place once, whoever asks for it. */
public interface PurchaseOrders extends Repository<PurchaseOrder, Long> {

    PurchaseOrder save(PurchaseOrder purchase);

    Optional<PurchaseOrder> findById(Long id);

    /** Waits for whoever is at the purchase now, and keeps everybody else from it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Purchase p where p.id = :id")
    Optional<PurchaseOrder> lock(Long id);

    /** The same, by the instance that drives the purchase; empty where it drives none. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Purchase p where p.processInstance = :instance")
    Optional<PurchaseOrder> lockDrivenBy(String instance);

    @Modifying
    @Query("update Purchase p set p.processInstance = :instance where p.id = :id and p.processInstance is null")
    int drivenBy(Long id, String instance);

    /** Only as long as no instance drives it: its own is being started. */
    @Modifying
    @Query(
            "update Purchase p set p.suggested = :pieces where p.id = :id and p.state = PROPOSED and p.processInstance is null")
    int suggest(Long id, int pieces);

    @Modifying
    @Query("""
      update Purchase p set p.state = ORDERED, p.ordered = :pieces, p.expected = :expected, p.note = :note, p.decidedAt = :#{#stamp.at},
        p.decidedBy = :#{#stamp.by}
      where p.id = :id and p.state = PROPOSED""")
    int order(Long id, int pieces, LocalDate expected, String note, Stamp stamp);

    @Modifying
    @Query("""
      update Purchase p set p.state = DECLINED, p.note = :note, p.decidedAt = :#{#stamp.at}, p.decidedBy = :#{#stamp.by},
        p.endedAt = :#{#stamp.at}
      where p.id = :id and p.state = PROPOSED""")
    int decline(Long id, String note, Stamp stamp);

    @Modifying
    @Query(
            "update Purchase p set p.received = p.received + :pieces where p.id = :id and p.state = ORDERED and p.ordered - p.received >= :pieces")
    int receive(Long id, int pieces);

    /** @return 0 where something is still to come */
    @Modifying
    @Query(
            "update Purchase p set p.state = RECEIVED, p.endedAt = :at where p.id = :id and p.state = ORDERED and p.received = p.ordered")
    int complete(Long id, Instant at);

    @Modifying
    @Query("update Purchase p set p.expected = :expected, p.note = :note where p.id = :id and p.state = ORDERED")
    int postpone(Long id, LocalDate expected, String note);

    /** @param open pieces that were still to come when it was read */
    @Modifying
    @Query("""
      update Purchase p set p.state = CLOSED, p.note = :note, p.endedAt = :at
      where p.id = :id and p.state = ORDERED and p.ordered - p.received = :open""")
    int close(Long id, int open, String note, Instant at);

    @Query("select count(p) > 0 from Purchase p where p.sku = :sku and p.site = :site and p.state = PROPOSED")
    boolean isProposed(String sku, String site);

    /** What comes from today on, day by day; of what is overdue nobody knows when it comes. */
    @Query("""
      select new io.ordertrail.stock.replenishment.IncomingGoods(p.sku, p.expected, p.ordered - p.received) from Purchase p
      where p.sku in :skus and p.state = ORDERED and p.expected >= :today order by p.expected, p.id""")
    List<IncomingGoods> incoming(Collection<String> skus, LocalDate today);

    /** What could be received now. */
    @Query(
            "select p from Purchase p where p.sku = :sku and p.site = :site and p.state = ORDERED order by p.expected, p.id")
    List<PurchaseOrder> open(String sku, String site);

    List<PurchaseOrder> findBySkuOrderByIdDesc(String sku, Limit limit);

    /** The longest expected first, before them what nobody has decided yet. */
    @Query("select p from Purchase p where p.state in (PROPOSED, ORDERED) order by p.expected nulls first, p.id")
    List<PurchaseOrder> underWay(Limit limit);

    @Query("""
      select p from Purchase p
      where p.state in :states and (:sku = '' or p.sku = :sku) and (:site = '' or p.site = :site) and p.id < :before order by p.id desc""")
    List<PurchaseOrder> search(
            Collection<PurchaseOrder.State> states, String sku, String site, long before, Limit limit);

    default PurchaseOrder get(PurchaseNumber number) {
        return findById(number.id()).orElseThrow(() -> new UnknownPurchase(number.value()));
    }

    default PurchaseOrder getLocked(PurchaseNumber number) {
        return lock(number.id()).orElseThrow(() -> new UnknownPurchase(number.value()));
    }
}
