package io.ordertrail.stock.announcement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Announcements within the retention time. Numbers are committed in sequence: a reader that has seen one can see all
 * below it.
 */
public interface Announcements extends Repository<Announcement, Long> {

    List<Announcement> findByNumberGreaterThanOrderByNumber(long number, Limit limit);

    List<Announcement> findByNumberLessThanEqualOrderByNumberDesc(long number, Limit limit);

    /** The last number that was drawn, even if its announcement is already deleted. */
    @Query(value = "select last_number from stock_announcer where id = 1", nativeQuery = true)
    long lastNumber();

    @Query("select min(a.number) from Announcement a where a.at >= :since")
    Optional<Long> firstSince(Instant since);

    /**
     * Returns the newest announcement of each of these products at each site. The query joins, because MySQL reads the
     * whole table for numbers in a subquery.
     */
    @Query("""
      select a from (select max(b.number) as number from Announcement b where b.sku in :skus group by b.sku, b.site) newest
      join Announcement a on a.number = newest.number""")
    List<Announcement> newest(Collection<String> skus);

    @Query("select a.number from Announcement a where a.at < :before order by a.number")
    List<Long> older(Instant before, Limit limit);

    @Modifying
    @Query("delete from Announcement a where a.number in :numbers")
    int deleteNumbers(Collection<Long> numbers);
}
