package io.ordertrail.stock.stocktake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;
import io.ordertrail.refusal.Refusal;

/** All stocktakes. Each step is one conditional update, so it is taken once. */
public interface Stocktakes extends Repository<Stocktake, Long> {

    Stocktake save(Stocktake stocktake);

    Optional<Stocktake> findById(Long number);

    @Query("""
      select s from Stocktake s where (:site = '' or s.site = :site) and s.state in :states and s.number < :before
      order by s.number desc""")
    List<Stocktake> search(String site, Collection<Stocktake.State> states, long before, Limit limit);

    long count();

    /** The state now, which another transaction may change before this one does. */
    @Query("select s.state from Stocktake s where s.number = :number")
    Stocktake.State stateOf(long number);

    /** Locks a stocktake in counting, so no other transaction takes a step until this one ends. */
    @Modifying
    @Query("update Stocktake s set s.round = s.round where s.number = :number and s.state = COUNTING")
    int lockCounting(long number);

    @Modifying
    @Query("""
      update Stocktake s set s.state = SUBMITTED, s.round = s.round + 1, s.submittedBy = :#{#stamp.by}, s.submittedAt = :#{#stamp.at}
      where s.number = :number and s.state = COUNTING""")
    int submit(long number, Stamp stamp);

    /**
     * Approves one submission.
     *
     * @param round the submission that the approver has seen
     * @param since submissions before this moment have expired
     */
    @Modifying
    @Query("""
      update Stocktake s set s.state = APPROVED, s.approvedBy = :#{#stamp.by}, s.approvedAt = :#{#stamp.at}
      where s.number = :number and s.state = SUBMITTED and s.round = :round and s.submittedAt > :since""")
    int approve(long number, int round, Instant since, Stamp stamp);

    @Modifying
    @Query("""
      update Stocktake s set s.state = COUNTING, s.approvedBy = null, s.approvedAt = null
      where s.number = :number and s.state in (SUBMITTED, APPROVED)""")
    int recount(long number);

    @Modifying
    @Query(
            "update Stocktake s set s.state = BOOKED, s.closedBy = :#{#stamp.by}, s.closedAt = :#{#stamp.at} where s.number = :number and s.state = APPROVED")
    int book(long number, Stamp stamp);

    @Modifying
    @Query("""
      update Stocktake s set s.state = CANCELLED, s.closedBy = :#{#stamp.by}, s.closedAt = :#{#stamp.at}
      where s.number = :number and s.state in (COUNTING, SUBMITTED, APPROVED)""")
    int cancel(long number, Stamp stamp);

    default Stocktake get(long number) {
        return findById(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "stocktake.unknown", Stocktake.nameOf(number)));
    }

    /**
     * Returns a stocktake in counting and keeps it there until the transaction ends.
     *
     * @throws Refusal where the stocktake is in another state
     */
    default Stocktake counting(long number) {
        return after(lockCounting(number), number);
    }

    /**
     * Returns the stocktake after a step.
     *
     * @param taken the number of updated rows
     * @throws Refusal where the step was not taken; the message names the current state
     */
    default Stocktake after(int taken, long number) {
        var stocktake = get(number);
        if (taken == 0) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "stocktake.refuses." + stocktake.state(),
                    stocktake.name(),
                    stocktake.closedBy() == null ? "" : stocktake.closedBy());
        }
        return stocktake;
    }
}
