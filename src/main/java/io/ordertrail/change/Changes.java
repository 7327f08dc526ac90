package io.ordertrail.change;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.ordertrail.change.Subject.Kind;

/** The trail of changes, newest first. */
public interface Changes extends Repository<Change, Long> {

    /** How many changed fields a page shows. */
    int SHOWN = 100;

    Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    Optional<Change> findById(Long id);

    @Query("""
        select c from Change c where c.kind in :kinds and (:subject = '' or c.subject = :subject) and (:actor = '' or c.actor = :actor)
          and (c.at < :at or c.at = :at and c.id < :id)
        order by c.at desc, c.id desc\
        """)
    List<Change> search(Collection<Kind> kinds, String subject, String actor, Instant at, long id, Limit limit);

    /** The same within a time. */
    @Query("""
        select c from Change c where c.kind in :kinds and (:subject = '' or c.subject = :subject) and (:actor = '' or c.actor = :actor)
          and c.at >= :from and c.at < :until and (c.at < :at or c.at = :at and c.id < :id)
        order by c.at desc, c.id desc\
        """)
    List<Change> searchWithin(
            Collection<Kind> kinds,
            String subject,
            String actor,
            Instant from,
            Instant until,
            Instant at,
            long id,
            Limit limit);

    @Query("select c from Change c where c.kind = :kind and c.subject = :subject order by c.at, c.id")
    List<Change> history(Kind kind, String subject);

    /** The changes of one field since a moment, the oldest first. */
    @Query("""
        select c from Change c where c.kind = :kind and c.subject = :subject and c.field = :field and c.at >= :since
        order by c.at, c.id\
        """)
    List<Change> since(Kind kind, String subject, String field, Instant since);

    /** The newest changes of one record. */
    default List<ChangeSet> newest(Kind kind, String subject) {
        return ChangeSet.newestFirst(page(List.of(kind), subject, "", null, Limit.of(SHOWN)));
    }

    /** The last change of one field. */
    default Optional<Change> last(Kind kind, String subject, String field) {
        return newestOf(kind, subject, field, Limit.of(1)).stream().findFirst();
    }

    @Query("""
        select c from Change c where c.kind = :kind and c.subject = :subject and c.field = :field
        order by c.at desc, c.id desc\
        """)
    List<Change> newestOf(Kind kind, String subject, String field, Limit limit);

    /**
     * Finds a page of changes within a time.
     *
     * @param after the last change of the page before; null for the first page
     */
    default List<Change> page(Sought sought, Long after, Limit limit) {
        var last = Optional.ofNullable(after).flatMap(this::findById);
        return searchWithin(
                sought.kinds(),
                sought.subject(),
                sought.actor(),
                sought.from(),
                sought.until(),
                last.map(Change::at).orElse(NEVER),
                last.map(Change::id).orElse(Long.MAX_VALUE),
                limit);
    }

    /**
     * Finds a page of changes.
     *
     * @param subject empty for all
     * @param actor empty for everybody
     * @param after the last change of the page before; null for the first page
     */
    default List<Change> page(Collection<Kind> kinds, String subject, String actor, Long after, Limit limit) {
        var last = Optional.ofNullable(after).flatMap(this::findById);
        return search(
                kinds,
                subject,
                actor,
                last.map(Change::at).orElse(NEVER),
                last.map(Change::id).orElse(Long.MAX_VALUE),
                limit);
    }
}
