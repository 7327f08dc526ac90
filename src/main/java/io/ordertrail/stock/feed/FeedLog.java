package io.ordertrail.stock.feed;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.ordertrail.stock.ledger.ConcurrentStockChange;
import io.ordertrail.stock.ledger.StockMovement;

/**
 * Records what other stock systems sent: the last sequence number of each source, its gaps, and the differences that we
 * booked. The caller has locked the stock.
 */
@Component
class FeedLog {

    private final FeedPositions feeds;
    private final FeedGaps gaps;
    private final FeedDifferences differences;
    private final Clock clock;

    FeedLog(FeedPositions feeds, FeedGaps gaps, FeedDifferences differences, Clock clock) {
        this.feeds = feeds;
        this.gaps = gaps;
        this.differences = differences;
        this.clock = clock;
    }

    /** Records a message. The result says whether the level applies; nothing is booked yet. */
    FeedResult record(ReportedLevel level) {
        var last = lastSequence(level);
        if (feeds.advance(
                        level.source(),
                        level.sku(),
                        level.site(),
                        level.sequence(),
                        level.onHand(),
                        level.at(),
                        clock.instant())
                == 0) {
            return repeatedOrLate(level, last);
        }
        var expected = FeedPosition.missingBefore(level.sequence(), last);
        if (expected != null) {
            gaps.save(new FeedGap(level.feed(), expected, level.sequence(), clock.instant()));
        }
        return FeedResult.applied(level.sequence(), expected);
    }

    /** Exact, because the product's stock is locked; the conditional update decides nevertheless. */
    private long lastSequence(ReportedLevel level) {
        return feeds.lastSequence(level.source(), level.sku(), level.site())
                .orElseGet(() -> feeds.save(new FeedPosition(level.feed(), clock.instant()))
                        .lastSequence());
    }

    private FeedResult repeatedOrLate(ReportedLevel level, long last) {
        feeds.countRepeatedOrLate(level.source(), level.sku(), level.site(), level.sequence(), clock.instant());
        gaps.openAt(level.source(), level.sku(), level.site(), level.sequence())
                .ifPresent(gap -> fill(gap, level.sequence()));
        return FeedResult.repeatedOrLate(level.sequence(), last);
    }

    /** Closes the gap at this number; on either side numbers may still be missing. */
    private void fill(FeedGap gap, long sequence) {
        if (gaps.fill(gap.id(), sequence, clock.instant()) == 0) {
            throw new ConcurrentStockChange(gap.sku());
        }
        if (gap.beginsBefore(sequence)) {
            gaps.save(gap.before(sequence));
        }
        if (gap.endsAfter(sequence)) {
            gaps.save(gap.after(sequence));
        }
    }

    /** Reads the positions of many levels with few statements. */
    KnownFeedPositions positions(List<ReportedLevel> levels) {
        return new KnownFeedPositions(feeds, gaps, clock.instant(), levels);
    }

    /**
     * Sets the on-hand quantities of products to the last levels that their source reported.
     *
     * @throws ConcurrentStockChange where one of them would fall below its reserved quantity
     */
    void setToLastReported(String source, String site, Set<String> skus) {
        if (feeds.setToLastReported(source, skus, site) != skus.size()) {
            throw new ConcurrentStockChange(skus.iterator().next());
        }
    }

    void recordDifference(StockMovement movement, ReportedLevel level) {
        differences.save(new FeedDifference(movement, level));
    }
}
