package io.ordertrail.stock.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What sources left out. */
public interface FeedGaps extends Repository<FeedGap, Long> {

    FeedGap save(FeedGap gap);

    /** Those where something is missing still, the newest first. */
    List<FeedGap> findByFilledAtIsNullOrderByNoticedAtDescIdDesc(Limit limit);

    /** Those whose number came after all. */
    List<FeedGap> findByFilledAtIsNotNullOrderByFilledAtDescIdDesc(Limit limit);

    @Query("select g from FeedGap g where g.source in :sources and g.sku in :skus and g.filledAt is null")
    List<FeedGap> open(Collection<String> sources, Collection<String> skus);

    @Query("""
      select g from FeedGap g where g.source = :source and g.sku = :sku and g.site = :site and g.filledAt is null
        and g.expected <= :sequence and g.lastMissing >= :sequence""")
    Optional<FeedGap> openAt(String source, String sku, String site, long sequence);

    /** Closes the gap at one number; @return 0 where somebody else did */
    @Modifying
    @Query("""
      update FeedGap g set g.expected = :sequence, g.lastMissing = :sequence, g.filledAt = :now
      where g.id = :id and g.filledAt is null and g.expected <= :sequence and g.lastMissing >= :sequence""")
    int fill(Long id, long sequence, Instant now);
}
