package io.ordertrail.stock.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The feed positions of many levels, read and written with few statements. */
class KnownFeedPositions {

    /** A source at a site. */
    record Place(String source, String site) {}

    private final FeedPositions feeds;
    private final FeedGaps gaps;
    private final Instant now;
    private final Map<FeedPosition.Key, FeedPosition> positions = new HashMap<>();
    private final Set<FeedPosition> managed = new HashSet<>();
    private final Set<FeedPosition> rewritten = new LinkedHashSet<>();
    private final List<FeedGap> newGaps = new ArrayList<>();
    private final Set<FeedPosition.Key> withGaps = new HashSet<>();

    KnownFeedPositions(FeedPositions feeds, FeedGaps gaps, Instant now, Collection<ReportedLevel> levels) {
        this.feeds = feeds;
        this.gaps = gaps;
        this.now = now;
        if (!levels.isEmpty()) {
            read(
                    levels.stream().map(ReportedLevel::source).collect(Collectors.toSet()),
                    levels.stream().map(ReportedLevel::sku).collect(Collectors.toSet()));
        }
    }

    private void read(Set<String> sources, Set<String> skus) {
        managed.addAll(feeds.withGaps(sources, skus));
        Stream.concat(managed.stream(), feeds.withoutGaps(sources, skus).stream())
                .forEach(feed -> positions.put(feed.key(), feed));
        gaps.open(sources, skus).forEach(gap -> withGaps.add(gap.feed()));
    }

    boolean isNewer(ReportedLevel level) {
        return level.sequence() > lastSequence(level);
    }

    boolean hasGap(ReportedLevel level) {
        return withGaps.contains(level.feed());
    }

    private long lastSequence(ReportedLevel level) {
        return positions.containsKey(level.feed()) ? positions.get(level.feed()).lastSequence() : 0;
    }

    FeedResult apply(ReportedLevel level) {
        var expected = FeedPosition.missingBefore(level.sequence(), lastSequence(level));
        var feed = positions.computeIfAbsent(level.feed(), key -> new FeedPosition(key, now));
        feed.apply(level, now);
        rewrite(feed);
        if (expected != null) {
            newGaps.add(new FeedGap(level.feed(), expected, level.sequence(), now));
            withGaps.add(level.feed());
        }
        return FeedResult.applied(level.sequence(), expected);
    }

    /** Counts a repeated or late message of a source that has no gap for the product. */
    FeedResult countRepeatedOrLate(ReportedLevel level) {
        var feed = positions.get(level.feed());
        rewrite(feed);
        return feed.countRepeatedOrLate(level.sequence(), now);
    }

    private void rewrite(FeedPosition feed) {
        if (!managed.contains(feed)) {
            rewritten.add(feed);
        }
    }

    void write() {
        skus(rewritten.stream().map(FeedPosition::key))
                .forEach((place, skus) -> feeds.clear(place.source(), place.site(), skus));
        rewritten.forEach(feeds::save);
        newGaps.forEach(gaps::save);
    }

    static Map<Place, Set<String>> skus(Stream<FeedPosition.Key> keys) {
        return keys.collect(Collectors.groupingBy(
                key -> new Place(key.source(), key.site()),
                Collectors.mapping(FeedPosition.Key::sku, Collectors.toSet())));
    }
}
