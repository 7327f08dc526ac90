package io.ordertrail.api.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.BatchCall;
import io.ordertrail.api.wire.BatchLineResult;
import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.stock.feed.ApplyStockLevel;
import io.ordertrail.stock.feed.ApplyStockLevels;
import io.ordertrail.stock.feed.FeedResult;
import io.ordertrail.stock.feed.ReportedLevel;
import io.ordertrail.transaction.RetryOnContention;

/** Where other stock systems say how many pieces lie at a site, one by one and by the thousand. */
@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class LevelsController {

    private final ApplyStockLevel adoptLevel;
    private final ApplyStockLevels adoptLevels;
    private final NdjsonReader lines;
    private final BatchCall batch;

    LevelsController(ApplyStockLevel adoptLevel, ApplyStockLevels adoptLevels, NdjsonReader lines, BatchCall batch) {
        this.adoptLevel = adoptLevel;
        this.adoptLevels = adoptLevels;
        this.lines = lines;
        this.batch = batch;
    }

    /**
     * @param lastSequence the newest of this source for the product at the site
     * @param expected the first sequence that is missing before this one; null where none is
     * @param difference pieces by which our stock was changed; 0 where nothing had to be
     * @param movement our own number of the movement that changed it; null where nothing had to be
     */
    record LevelView(
            String source,
            String sku,
            String site,
            FeedResult.Outcome outcome,
            long lastSequence,
            Long expected,
            int difference,
            Long movement) {

        static LevelView of(ReportedLevel level, FeedResult adopted) {
            var booked = adopted.booked();
            return new LevelView(
                    level.source(),
                    level.sku(),
                    level.site(),
                    adopted.outcome(),
                    adopted.lastSequence(),
                    adopted.expected(),
                    booked == null ? 0 : booked.onHandChange(),
                    booked == null ? null : booked.id());
        }
    }

    @PostMapping(path = "/levels", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Say how many pieces of a product lie at a site", description = """
      Each source counts its messages about a product at a site by the sequence, from 1 on; counting begins with the first that comes. \
      Only a higher sequence than the last changes anything (APPLIED); the same again (REPEATED) and a lower one (LATE) are answered \
      with success and change nothing. A sequence that was left out is remembered as a gap until it comes. A sender that counts from \
      1 again takes another source. The difference to what we have on hand is booked as an adjustment: less than is set aside \
      for orders takes goods from those promised last, which go back to waiting; more goes to the orders that wait. \
      The level is taken as it is sent: goods of our orders that have left us but that the sender does not know of yet are for \
      the sender to take off before it sends.""")
    LevelView adoptLevel(@RequestBody ReportedLevel level) {
        return LevelView.of(level, adoptLevel.adopt(level));
    }

    @PostMapping(path = "/levels/batch", consumes = NdjsonReader.NDJSON, produces = NdjsonReader.NDJSON)
    @Operation(summary = "Send many levels, one a line", description = """
      NDJSON of up to 10,000 lines and 5 MB, each as for one level, and one line of answer for each, in their sequence. \
      Each line is stored whole or not at all, a faulty one does not spoil the others, and the whole can be sent again.""")
    @ApiResponse(
            responseCode = "200",
            description = "One line for each line",
            content =
                    @Content(mediaType = NdjsonReader.NDJSON, schema = @Schema(implementation = BatchLineResult.class)))
    byte[] adoptLevels(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = NdjsonReader.NDJSON,
                                            schema = @Schema(implementation = ReportedLevel.class)))
                    @RequestBody
                    byte[] body) {
        return batch.answer(lines.read(body, ReportedLevel.class), adoptLevels, BatchLineResult::of);
    }
}
