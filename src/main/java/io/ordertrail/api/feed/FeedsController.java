package io.ordertrail.api.feed;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.stock.feed.FeedGap;
import io.ordertrail.stock.feed.FeedGaps;
import io.ordertrail.stock.feed.FeedPositions;
import io.ordertrail.stock.feed.FeedSource;

/** Shows the state of the external stock systems that send stock levels. */
@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class FeedsController {

    private static final Limit SHOWN = Limit.of(200);

    private final FeedPositions feeds;
    private final FeedGaps gaps;

    FeedsController(FeedPositions feeds, FeedGaps gaps) {
        this.feeds = feeds;
        this.gaps = gaps;
    }

    /**
     * The sources and their gaps.
     *
     * @param gaps the newest 200 open gaps
     */
    record FeedsView(List<FeedSource> feeds, List<GapView> gaps) {}

    /**
     * A run of sequences that a source has not sent.
     *
     * @param received the sequence that arrived when {@code expected} was next
     */
    record GapView(
            String source, String sku, String site, long expected, long lastMissing, long received, Instant noticedAt) {

        static GapView of(FeedGap gap) {
            return new GapView(
                    gap.source(),
                    gap.sku(),
                    gap.site(),
                    gap.expected(),
                    gap.lastMissing(),
                    gap.received(),
                    gap.noticedAt());
        }
    }

    @GetMapping("/feeds")
    @Operation(summary = "Show the state of the stock level feeds and their gaps", description = """
      For each source: its last message, the number of applied, repeated and late messages, and the number of gaps in its sequence.""")
    FeedsView showFeeds() {
        return new FeedsView(
                feeds.sources(),
                gaps.findByFilledAtIsNullOrderByNoticedAtDescIdDesc(SHOWN).stream()
                        .map(GapView::of)
                        .toList());
    }
}
