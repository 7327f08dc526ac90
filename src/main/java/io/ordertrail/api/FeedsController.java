package io.ordertrail.api;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.platform.Again;
import io.ordertrail.stock.AdoptLevel;
import io.ordertrail.stock.AdoptLevels;
import io.ordertrail.stock.Adopted;
import io.ordertrail.stock.BookMovements;
import io.ordertrail.stock.Booking;
import io.ordertrail.stock.FeedGap;
import io.ordertrail.stock.FeedGaps;
import io.ordertrail.stock.FeedSource;
import io.ordertrail.stock.ReportedLevel;
import io.ordertrail.stock.StockFeeds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where other stock systems hand in what they know, one by one and by the thousand. */
@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class FeedsController {

  private static final Limit SHOWN = Limit.of(200);

  private final AdoptLevel adoptLevel;
  private final AdoptLevels adoptLevels;
  private final BookMovements bookMovements;
  private final StockFeeds feeds;
  private final FeedGaps gaps;
  private final Lines lines;
  private final Batch batch;
  private final Again again;

  FeedsController(AdoptLevel adoptLevel, AdoptLevels adoptLevels, BookMovements bookMovements, StockFeeds feeds, FeedGaps gaps, Lines lines,
      Batch batch, Again again) {
    this.adoptLevel = adoptLevel;
    this.adoptLevels = adoptLevels;
    this.bookMovements = bookMovements;
    this.feeds = feeds;
    this.gaps = gaps;
    this.lines = lines;
    this.batch = batch;
    this.again = again;
  }

  /**
   * @param lastSequence the newest of this source for the product at the site
   * @param expected the first sequence that is missing before this one; null where none is
   * @param difference pieces by which our stock was changed; 0 where nothing had to be
   * @param movement our own number of the movement that changed it; null where nothing had to be
   */
  record LevelView(String source, String sku, String site, Adopted.Outcome outcome, long lastSequence, Long expected, int difference,
      Long movement) {

    static LevelView of(ReportedLevel level, Adopted adopted) {
      var booked = adopted.booked();
      return new LevelView(level.source(), level.sku(), level.site(), adopted.outcome(), adopted.lastSequence(), adopted.expected(),
          booked == null ? 0 : booked.onHandChange(), booked == null ? null : booked.id());
    }
  }

  /** @param gaps the newest 200 of those that are open */
  record FeedsView(List<FeedSource> feeds, List<GapView> gaps) {
  }

  /** @param received the sequence that came where {@code expected} was next */
  record GapView(String source, String sku, String site, long expected, long lastMissing, long received, Instant noticedAt) {

    static GapView of(FeedGap gap) {
      return new GapView(gap.source(), gap.sku(), gap.site(), gap.expected(), gap.lastMissing(), gap.received(), gap.noticedAt());
    }
  }

  @GetMapping("/feeds")
  @Operation(summary = "See what other stock systems sent as levels, and what is missing of it", description = """
      Per source: its last message, how many were applied, repeated and late, and how many runs of sequences never came.""")
  FeedsView showFeeds() {
    return new FeedsView(feeds.sources(), gaps.findByFilledAtIsNullOrderByNoticedAtDescIdDesc(SHOWN).stream().map(GapView::of).toList());
  }

  @PostMapping(path = "/levels", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Say how many pieces of a product lie at a site", description = """
      Each source counts its messages about a product at a site by the sequence, from 1 on; counting begins with the first that comes. \
      Only a higher sequence than the last changes anything (APPLIED); the same again (REPEATED) and a lower one (LATE) are answered \
      with success and change nothing. A sequence that was left out is remembered as a gap until it comes. A sender that counts from \
      1 again takes another source. The difference to what we have on hand is booked as an adjustment: less than is set aside \
      for orders takes goods from those promised last, which go back to waiting; more goes to the orders that wait. \
      The level is taken as it is sent: goods of our orders that have left us but that the sender does not know of yet are for \
      the sender to take off before it sends.""")
  LevelView adoptLevel(@RequestBody ReportedLevel level) {
    return LevelView.of(level, again.ifContended(() -> adoptLevel.adopt(level)));
  }

  @PostMapping(path = "/levels/batch", consumes = Lines.NDJSON, produces = Lines.NDJSON)
  @Operation(summary = "Send many levels, one a line", description = """
      NDJSON of up to 10,000 lines and 5 MB, each as for one level, and one line of answer for each, in their sequence. \
      Each line is stored whole or not at all, a faulty one does not spoil the others, and the whole can be sent again.""")
  @ApiResponse(responseCode = "200", description = "One line for each line",
      content = @Content(mediaType = Lines.NDJSON, schema = @Schema(implementation = LineAnswer.class)))
  byte[] adoptLevels(@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = Lines.NDJSON,
      schema = @Schema(implementation = ReportedLevel.class))) @RequestBody byte[] body) {
    return batch.answer(lines.read(body, ReportedLevel.class), adoptLevels, LineAnswer::of);
  }

  @PostMapping(path = "/movements/batch", consumes = Lines.NDJSON, produces = Lines.NDJSON)
  @Operation(summary = "Book many movements, one a line", description = """
      NDJSON of up to 10,000 lines and 5 MB, each as for one movement, and one line of answer for each, in their sequence. \
      Here each line needs an id: what was booked under it before is answered as REPEATED, so the whole can be sent again. \
      Each line is stored whole or not at all, and a faulty one does not spoil the others.""")
  @ApiResponse(responseCode = "200", description = "One line for each line",
      content = @Content(mediaType = Lines.NDJSON, schema = @Schema(implementation = LineAnswer.class)))
  byte[] bookMovements(@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = Lines.NDJSON,
      schema = @Schema(implementation = Booking.class))) @RequestBody byte[] body) {
    return batch.answer(lines.read(body, Booking.class), bookMovements, LineAnswer::of);
  }
}
