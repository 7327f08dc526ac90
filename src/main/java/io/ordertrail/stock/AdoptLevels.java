package io.ordertrail.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.platform.InvalidInput;

/** Adopts many levels, as {@link AdoptLevel} does one. */
@Service
@Transactional
public class AdoptLevels implements InMany<ReportedLevel, Adopted> {

  private final AdoptLevel adoptLevel;
  private final ManyShelves shelves;
  private final StockItems items;
  private final StockFeeds feeds;
  private final FeedGaps gaps;
  private final FeedDifferences differences;
  private final Ledger ledger;
  private final StockInput input;
  private final Clock clock;

  AdoptLevels(AdoptLevel adoptLevel, ManyShelves shelves, StockItems items, StockFeeds feeds, FeedGaps gaps, FeedDifferences differences,
      Ledger ledger, StockInput input, Clock clock) {
    this.adoptLevel = adoptLevel;
    this.shelves = shelves;
    this.items = items;
    this.feeds = feeds;
    this.gaps = gaps;
    this.differences = differences;
    this.ledger = ledger;
    this.input = input;
    this.clock = clock;
  }

  @Override
  public Comparator<ReportedLevel> order(List<ReportedLevel> all) {
    return Comparator.comparing(ReportedLevel::sku, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  @Override
  public Adopted alone(ReportedLevel level) {
    return adoptLevel.adopt(level);
  }

  @Override
  public List<OneOfMany<Adopted>> together(List<ReportedLevel> levels) {
    var faults = input.ofMany(levels, input::written, ReportedLevel::sku, input::faults);
    var good = levels.stream().filter(level -> !faults.containsKey(level)).toList();
    var round = new Round(shelves.lock(good.stream().map(ReportedLevel::place).collect(Collectors.toSet())), good);
    var adopted = levels.stream().map(level -> faults.containsKey(level)
        ? OneOfMany.<Adopted>refused(new InvalidInput(faults.get(level))) : round.adopt(level)).toList();
    round.write();
    return adopted;
  }

  /** What a source counts at a site. */
  private record ShelvesOfSource(String source, String site) {
  }

  private final class Round {

    private final LockedStock stock;
    private final Map<StockFeed.Key, StockFeed> heard = new HashMap<>();
    private final Set<StockFeed> managed = new HashSet<>();
    private final Set<StockFeed> rewritten = new LinkedHashSet<>();
    private final List<FeedGap> gapsFound = new ArrayList<>();
    private final Set<StockFeed.Key> withGaps = new HashSet<>();
    private final Map<StockItem.Key, String> changedBy = new HashMap<>();
    private final Instant now = clock.instant();

    private Round(LockedStock stock, List<ReportedLevel> levels) {
      this.stock = stock;
      if (!levels.isEmpty()) {
        var sources = levels.stream().map(ReportedLevel::source).collect(Collectors.toSet());
        var skus = levels.stream().map(ReportedLevel::sku).collect(Collectors.toSet());
        managed.addAll(feeds.withGaps(sources, skus));
        Stream.concat(managed.stream(), feeds.withoutGaps(sources, skus).stream()).forEach(feed -> heard.put(feed.key(), feed));
        gaps.open(sources, skus).forEach(gap -> withGaps.add(gap.feed()));
      }
    }

    private OneOfMany<Adopted> adopt(ReportedLevel level) {
      if (stock.isAlone(level.sku())) {
        return OneOfMany.alone();
      }
      var last = heard.containsKey(level.feed()) ? heard.get(level.feed()).lastSequence() : 0;
      return level.sequence() > last ? apply(level, last) : behind(level);
    }

    private OneOfMany<Adopted> apply(ReportedLevel level, long last) {
      var difference = level.onHand() - stock.onHand(level.place());
      if (difference != 0) {
        if (!stock.change(level.place(), difference)) {
          return OneOfMany.alone();
        }
        changedBy.put(level.place(), level.source());
      }
      var feed = heard.computeIfAbsent(level.feed(), key -> new StockFeed(key, now));
      feed.apply(level, now);
      rewrite(feed);
      var expected = StockFeed.missingBefore(level.sequence(), last);
      if (expected != null) {
        gapsFound.add(new FeedGap(level.feed(), expected, level.sequence(), now));
        withGaps.add(level.feed());
      }
      return OneOfMany.done(new Adopted(Adopted.Outcome.APPLIED, level.sequence(), expected,
          difference == 0 ? null : book(level, difference)));
    }

    /** A late one may close a gap: that is done alone. */
    private OneOfMany<Adopted> behind(ReportedLevel level) {
      if (withGaps.contains(level.feed())) {
        stock.leaveAlone(level.sku());
        return OneOfMany.alone();
      }
      var feed = heard.get(level.feed());
      rewrite(feed);
      return OneOfMany.done(feed.behind(level.sequence(), now));
    }

    private void rewrite(StockFeed feed) {
      if (!managed.contains(feed)) {
        rewritten.add(feed);
      }
    }

    private void write() {
      skus(rewritten.stream().map(StockFeed::key)).forEach((shelves, skus) -> feeds.clear(shelves.source(), shelves.site(), skus));
      rewritten.forEach(feeds::save);
      gapsFound.forEach(gaps::save);
      skus(changedBy.entrySet().stream().map(last -> new StockFeed.Key(last.getValue(), last.getKey().sku(), last.getKey().site())))
          .forEach(this::follow);
    }

    private static Map<ShelvesOfSource, Set<String>> skus(Stream<StockFeed.Key> keys) {
      return keys.collect(Collectors.groupingBy(key -> new ShelvesOfSource(key.source(), key.site()),
          Collectors.mapping(StockFeed.Key::sku, Collectors.toSet())));
    }

    private void follow(ShelvesOfSource shelves, Set<String> skus) {
      if (items.follow(shelves.source(), skus, shelves.site()) != skus.size()) {
        throw new StockChanged(skus.iterator().next());
      }
    }

    private StockMovement book(ReportedLevel level, int difference) {
      var movement = ledger.booked(level.difference(difference));
      differences.save(new FeedDifference(movement, level));
      return movement;
    }
  }
}
