package io.ordertrail.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.actor.Stamp;
import io.ordertrail.approval.PendingChange.State;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.Refusal;

/** All changes that wait for a second person, or did. A decision is one conditional update, so it is made once. */
public interface PendingChanges extends Repository<PendingChange, Long> {

    PendingChange save(PendingChange change);

    Optional<PendingChange> findById(Long id);

    /** The changes that wait now, the oldest first. */
    @Query("select p from PendingChange p where p.state = WAITING and p.expiresAt > :now order by p.proposedAt, p.id")
    List<PendingChange> waiting(Instant now, Limit limit);

    @Query("""
      select p from PendingChange p where p.state = WAITING and p.expiresAt > :now and p.kind = :kind and p.subject = :subject
      order by p.proposedAt, p.id""")
    List<PendingChange> waiting(Subject.Kind kind, String subject, Instant now);

    @Query("select p from PendingChange p where p.state = WAITING and p.expiresAt <= :now order by p.id")
    List<PendingChange> overdue(Instant now, Limit limit);

    /** Approves a change of somebody else that still waits. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("""
      update PendingChange p set p.state = APPROVED, p.decidedBy = :#{#stamp.by}, p.decidedAt = :#{#stamp.at}, p.waitingFor = null
      where p.id = :id and p.state = WAITING and p.expiresAt > :#{#stamp.at} and p.proposedBy <> :#{#stamp.by}""")
    int approve(long id, Stamp stamp);

    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query("""
      update PendingChange p set p.state = :to, p.decidedBy = :#{#stamp.by}, p.decidedAt = :#{#stamp.at}, p.waitingFor = null
      where p.id = :id and p.state = WAITING""")
    int end(long id, State to, Stamp stamp);

    default PendingChange get(long id) {
        return findById(id)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "approval.unknown", String.valueOf(id)));
    }
}
