package io.ordertrail.stock.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;
import io.ordertrail.refusal.Refusal;

/** All transfers between sites. */
public interface Transfers extends Repository<Transfer, Long> {

    Transfer save(Transfer transfer);

    Optional<Transfer> findById(Long number);

    Optional<Transfer> findByRequest(String request);

    /**
     * Finds transfers.
     *
     * @param site the sending or receiving site; empty for all
     */
    @Query("""
      select t from Transfer t where (:site = '' or t.fromSite = :site or t.toSite = :site) and t.state in :states and t.number < :before
      order by t.number desc""")
    List<Transfer> search(String site, Collection<Transfer.State> states, long before, Limit limit);

    long count();

    @Modifying
    @Query("""
      update Transfer t set t.state = ARRIVED, t.arrivedBy = :#{#stamp.by}, t.arrivedAt = :#{#stamp.at}, t.reason = :reason
      where t.number = :number and t.state = SENT""")
    int receive(long number, Stamp stamp, String reason);

    default Transfer get(long number) {
        return findById(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "transfer.unknown", Transfer.nameOf(number)));
    }
}
