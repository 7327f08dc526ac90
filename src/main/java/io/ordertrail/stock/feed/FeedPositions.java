package io.ordertrail.stock.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Feed positions by source, product and site. Every caller that changes one has locked the product's stock. */
public interface FeedPositions extends Repository<FeedPosition, FeedPosition.Key> {

    String WITH_GAPS =
            "exists (select 1 from FeedGap g where g.source = f.source and g.sku = f.sku and g.site = f.site)";

    FeedPosition save(FeedPosition feed);

    @Query("select f.lastSequence from FeedPosition f where f.source = :source and f.sku = :sku and f.site = :site")
    Optional<Long> lastSequence(String source, String sku, String site);

    /** Positions with open or filled gaps. */
    @Query("select f from FeedPosition f where f.source in :sources and f.sku in :skus and " + WITH_GAPS)
    List<FeedPosition> withGaps(Collection<String> sources, Collection<String> skus);

    /** Positions without gaps, as copies outside the persistence context: see {@link #clear}. */
    @Query("""
      select new io.ordertrail.stock.feed.FeedPosition(
        new io.ordertrail.stock.feed.FeedPosition$Key(f.source, f.sku, f.site),
        new io.ordertrail.stock.feed.FeedPosition$Last(f.lastSequence, f.onHand, f.reportedAt, f.receivedAt),
        new io.ordertrail.stock.feed.FeedPosition$Tally(f.applied, f.repeated, f.late))
      from FeedPosition f where f.source in :sources and f.sku in :skus and not\s""" + WITH_GAPS)
    List<FeedPosition> withoutGaps(Collection<String> sources, Collection<String> skus);

    /**
     * Deletes positions that the caller inserts again: one insert takes many rows, while each update is a statement of
     * its own. Must not be called for positions with gaps.
     */
    @Modifying
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("delete from FeedPosition f where f.source = :source and f.site = :site and f.sku in :skus")
    int clear(String source, String site, Collection<String> skus);

    /**
     * Applies a newer message.
     *
     * @return 0 where this number or a higher one was applied before
     */
    @Modifying
    @Query("""
      update versioned FeedPosition f
      set f.lastSequence = :sequence, f.onHand = :onHand, f.reportedAt = :reportedAt, f.receivedAt = :now, f.applied = f.applied + 1
      where f.source = :source and f.sku = :sku and f.site = :site and f.lastSequence < :sequence""")
    int advance(String source, String sku, String site, long sequence, int onHand, Instant reportedAt, Instant now);

    @Modifying
    @Query("""
      update versioned FeedPosition f
      set f.receivedAt = :now, f.repeated = f.repeated + case when f.lastSequence = :sequence then 1 else 0 end,
        f.late = f.late + case when f.lastSequence = :sequence then 0 else 1 end
      where f.source = :source and f.sku = :sku and f.site = :site""")
    int countRepeatedOrLate(String source, String sku, String site, long sequence, Instant now);

    @Query("""
      select new io.ordertrail.stock.feed.FeedSource(f.source, max(f.receivedAt), sum(f.applied), sum(f.repeated), sum(f.late),
        (select count(g) from FeedGap g where g.source = f.source and g.filledAt is null))
      from FeedPosition f group by f.source order by f.source""")
    List<FeedSource> sources();

    /** Sets locked products to the last levels that a source reported, never below their reserved quantities. */
    @Modifying
    @Query("""
      update StockItem s
      set s.onHand = (select f.onHand from FeedPosition f where f.source = :source and f.sku = s.sku and f.site = s.site)
      where s.sku in :skus and s.site = :site
        and exists (select 1 from FeedPosition f where f.source = :source and f.sku = s.sku and f.site = s.site and f.onHand >= s.reserved)""")
    int setToLastReported(String source, Collection<String> skus, String site);
}
