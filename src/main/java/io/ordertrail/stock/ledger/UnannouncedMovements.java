package io.ordertrail.stock.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Movements of the ledger that were not announced yet. */
public interface UnannouncedMovements extends Repository<StockMovement, Long> {

    /** Names the stock that a movement changed. */
    interface Moved {
        Long getId();

        String getSku();

        String getSite();
    }

    @Query("select m.id as id, m.sku as sku, m.site as site from StockMovement m where m.announced is null")
    List<Moved> next(Limit limit);

    @Query("select min(m.at) from StockMovement m where m.announced is null")
    Optional<Instant> oldest();

    /**
     * Locks the announcement numbers until the transaction ends, however it ends.
     *
     * @return the last number used; empty while another transaction announces
     */
    @Query(value = "select last_number from stock_announcer where id = 1 for update skip locked", nativeQuery = true)
    Optional<Long> lockLastNumber();

    @Modifying
    @Query(value = "update stock_announcer set last_number = :number where id = 1", nativeQuery = true)
    int saveLastNumber(long number);

    @Modifying
    @Query("update StockMovement m set m.announced = :number where m.id in :ids")
    int mark(Collection<Long> ids, long number);
}
