package io.ordertrail.stock.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Gaps in the sequence numbers of the sources. */
public interface FeedGaps extends Repository<FeedGap, Long> {

    FeedGap save(FeedGap gap);

    /** Open gaps, the newest first. */
    List<FeedGap> findByFilledAtIsNullOrderByNoticedAtDescIdDesc(Limit limit);

    /** Gaps whose numbers arrived later, the last filled first. */
    List<FeedGap> findByFilledAtIsNotNullOrderByFilledAtDescIdDesc(Limit limit);

    @Query("select g from FeedGap g where g.source in :sources and g.sku in :skus and g.filledAt is null")
    List<FeedGap> open(Collection<String> sources, Collection<String> skus);

    @Query("""
      select g from FeedGap g where g.source = :source and g.sku = :sku and g.site = :site and g.filledAt is null
        and g.expected <= :sequence and g.lastMissing >= :sequence""")
    Optional<FeedGap> openAt(String source, String sku, String site, long sequence);

    /**
     * Closes the gap at one number.
     *
     * @return 0 where another transaction closed it
     */
    @Modifying
    @Query("""
      update FeedGap g set g.expected = :sequence, g.lastMissing = :sequence, g.filledAt = :now
      where g.id = :id and g.filledAt is null and g.expected <= :sequence and g.lastMissing >= :sequence""")
    int fill(Long id, long sequence, Instant now);
}
