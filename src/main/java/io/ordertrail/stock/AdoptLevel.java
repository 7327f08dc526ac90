package io.ordertrail.stock;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.Checked;

/**
 * Brings our stock to what another system says lies there. Each source counts its messages about a product at a site; only a
 * higher number changes anything, so that messages may come late and more than once.
 */
@Service
@Transactional
public class AdoptLevel {

  private final BookStock bookStock;
  private final StockItems items;
  private final StockFeeds feeds;
  private final FeedGaps gaps;
  private final FeedDifferences differences;
  private final StockInput input;
  private final Clock clock;

  AdoptLevel(BookStock bookStock, StockItems items, StockFeeds feeds, FeedGaps gaps, FeedDifferences differences, StockInput input,
      Clock clock) {
    this.bookStock = bookStock;
    this.items = items;
    this.feeds = feeds;
    this.gaps = gaps;
    this.differences = differences;
    this.input = input;
    this.clock = clock;
  }

  public Adopted adopt(ReportedLevel level) {
    Checked.refuseIfAny(input.faults(level));
    bookStock.keepShelf(level.sku(), level.site(), null);
    bookStock.lock(level.difference(level.onHand() - onHand(level)));
    var last = lastSequence(level);
    if (feeds.advance(level.source(), level.sku(), level.site(), level.sequence(), level.onHand(), level.at(), clock.instant()) == 0) {
      return behind(level, last);
    }
    var expected = StockFeed.missingBefore(level.sequence(), last);
    if (expected != null) {
      gaps.save(new FeedGap(level.feed(), expected, level.sequence(), clock.instant()));
    }
    return new Adopted(Adopted.Outcome.APPLIED, level.sequence(), expected, bookDifference(level));
  }

  /** Exact, for the product's stock is locked; the update decides all the same. */
  private long lastSequence(ReportedLevel level) {
    return feeds.lastSequence(level.source(), level.sku(), level.site())
        .orElseGet(() -> feeds.save(new StockFeed(level.feed(), clock.instant())).lastSequence());
  }

  private Adopted behind(ReportedLevel level, long last) {
    feeds.countBehind(level.source(), level.sku(), level.site(), level.sequence(), clock.instant());
    gaps.openAt(level.source(), level.sku(), level.site(), level.sequence()).ifPresent(gap -> fill(gap, level.sequence()));
    return Adopted.behind(level.sequence(), last);
  }

  /** The number closes the gap where it was missing; on either side something may be missing still. */
  private void fill(FeedGap gap, long sequence) {
    if (gaps.fill(gap.id(), sequence, clock.instant()) == 0) {
      throw new StockChanged(gap.sku());
    }
    if (gap.beginsBefore(sequence)) {
      gaps.save(gap.before(sequence));
    }
    if (gap.endsAfter(sequence)) {
      gaps.save(gap.after(sequence));
    }
  }

  private StockMovement bookDifference(ReportedLevel level) {
    var onHand = onHand(level);
    if (onHand == level.onHand()) {
      return null;
    }
    var movement = bookStock.bookLocked(level.difference(level.onHand() - onHand));
    differences.save(new FeedDifference(movement, level));
    return movement;
  }

  private int onHand(ReportedLevel level) {
    return items.levels(List.of(level.sku())).stream().filter(at -> at.site().equals(level.site())).findFirst().orElseThrow().onHand();
  }
}
