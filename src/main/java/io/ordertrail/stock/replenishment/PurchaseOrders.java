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

/** All purchase orders, proposals included. Each change is one conditional update, so it takes place once. */
public interface PurchaseOrders extends Repository<PurchaseOrder, Long> {

    PurchaseOrder save(PurchaseOrder purchase);

    Optional<PurchaseOrder> findById(Long id);

    /** Locks the purchase order until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PurchaseOrder p where p.id = :id")
    Optional<PurchaseOrder> lock(Long id);

    /** Locks the purchase order that the process instance drives; empty where it drives none. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PurchaseOrder p where p.processInstance = :instance")
    Optional<PurchaseOrder> lockByProcess(String instance);

    @Modifying
    @Query("update PurchaseOrder p set p.processInstance = :instance where p.id = :id and p.processInstance is null")
    int assignProcess(Long id, String instance);

    /** Changes the order only while no process instance drives it, that is, while its own instance starts. */
    @Modifying
    @Query(
            "update PurchaseOrder p set p.suggested = :quantity where p.id = :id and p.state = PROPOSED and p.processInstance is null")
    int suggest(Long id, int quantity);

    @Modifying
    @Query("""
      update PurchaseOrder p set p.state = ORDERED, p.ordered = :quantity, p.expected = :expected, p.note = :note, p.decidedAt = :#{#stamp.at},
        p.decidedBy = :#{#stamp.by}
      where p.id = :id and p.state = PROPOSED""")
    int order(Long id, int quantity, LocalDate expected, String note, Stamp stamp);

    @Modifying
    @Query("""
      update PurchaseOrder p set p.state = DECLINED, p.note = :note, p.decidedAt = :#{#stamp.at}, p.decidedBy = :#{#stamp.by},
        p.endedAt = :#{#stamp.at}
      where p.id = :id and p.state = PROPOSED""")
    int decline(Long id, String note, Stamp stamp);

    @Modifying
    @Query(
            "update PurchaseOrder p set p.received = p.received + :quantity where p.id = :id and p.state = ORDERED and p.ordered - p.received >= :quantity")
    int receive(Long id, int quantity);

    /**
     * Ends the purchase order once everything was received.
     *
     * @return 0 where units are still open
     */
    @Modifying
    @Query(
            "update PurchaseOrder p set p.state = RECEIVED, p.endedAt = :at where p.id = :id and p.state = ORDERED and p.received = p.ordered")
    int complete(Long id, Instant at);

    @Modifying
    @Query("update PurchaseOrder p set p.expected = :expected, p.note = :note where p.id = :id and p.state = ORDERED")
    int postpone(Long id, LocalDate expected, String note);

    /**
     * Closes the purchase order.
     *
     * @param open units that were open when the caller read the purchase order
     */
    @Modifying
    @Query("""
      update PurchaseOrder p set p.state = CLOSED, p.note = :note, p.endedAt = :at
      where p.id = :id and p.state = ORDERED and p.ordered - p.received = :open""")
    int close(Long id, int open, String note, Instant at);

    @Query("select count(p) > 0 from PurchaseOrder p where p.sku = :sku and p.site = :site and p.state = PROPOSED")
    boolean isProposed(String sku, String site);

    /** Incoming goods from today on, by expected date. Overdue goods are left out, because their date is unknown. */
    @Query("""
      select new io.ordertrail.stock.replenishment.IncomingGoods(p.sku, p.expected, p.ordered - p.received) from PurchaseOrder p
      where p.sku in :skus and p.state = ORDERED and p.expected >= :today order by p.expected, p.id""")
    List<IncomingGoods> incoming(Collection<String> skus, LocalDate today);

    /** Purchase orders that goods can be received for. */
    @Query(
            "select p from PurchaseOrder p where p.sku = :sku and p.site = :site and p.state = ORDERED order by p.expected, p.id")
    List<PurchaseOrder> open(String sku, String site);

    List<PurchaseOrder> findBySkuOrderByIdDesc(String sku, Limit limit);

    /** Undecided proposals first, then orders by expected date. */
    @Query("select p from PurchaseOrder p where p.state in (PROPOSED, ORDERED) order by p.expected nulls first, p.id")
    List<PurchaseOrder> proposedOrOrdered(Limit limit);

    @Query("""
      select p from PurchaseOrder p
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
