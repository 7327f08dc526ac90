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

/** Accepts stock levels from external stock systems, one at a time or in batches. */
@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class LevelsController {

    private final ApplyStockLevel applyStockLevel;
    private final ApplyStockLevels applyStockLevels;
    private final NdjsonReader lines;
    private final BatchCall batch;

    LevelsController(
            ApplyStockLevel applyStockLevel, ApplyStockLevels applyStockLevels, NdjsonReader lines, BatchCall batch) {
        this.applyStockLevel = applyStockLevel;
        this.applyStockLevels = applyStockLevels;
        this.lines = lines;
        this.batch = batch;
    }

    /**
     * The result of one stock level.
     *
     * @param lastSequence the highest sequence that this source has sent for the product at the site
     * @param expected the first missing sequence before this one; null when none is missing
     * @param difference change of the stock on hand in units; 0 when it did not change
     * @param movement Ordertrail's number of the adjustment; null when the stock did not change
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

        static LevelView of(ReportedLevel level, FeedResult result) {
            var booked = result.booked();
            return new LevelView(
                    level.source(),
                    level.sku(),
                    level.site(),
                    result.outcome(),
                    result.lastSequence(),
                    result.expected(),
                    booked == null ? 0 : booked.onHandChange(),
                    booked == null ? null : booked.id());
        }
    }

    @PostMapping(path = "/levels", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(summary = "Report the stock level of a product at a site", description = """
      Each source numbers its messages for a product at a site with a sequence that starts at 1; the first message that arrives \
      sets the starting point. Only a sequence higher than the last one changes the stock (APPLIED). The same sequence (REPEATED) \
      and a lower one (LATE) succeed and change nothing. A skipped sequence is recorded as a gap until it arrives. A sender that \
      restarts its numbering uses a new source name. The difference to the stock on hand is booked as an adjustment. When the level \
      is lower than the reserved quantity, the most recent reservations are released and their orders are backordered again; \
      additional stock is allocated to backorders. The level is applied as sent: the sender first subtracts goods that have been \
      shipped but that its own system still counts.""")
    LevelView applyStockLevel(@RequestBody ReportedLevel level) {
        return LevelView.of(level, applyStockLevel.apply(level));
    }

    @PostMapping(path = "/levels/batch", consumes = NdjsonReader.NDJSON, produces = NdjsonReader.NDJSON)
    @Operation(summary = "Report many stock levels, one per line", description = """
      NDJSON with up to 10,000 lines and 5 MB; each line is one stock level. The response has one line for each line, in the same \
      order. Each line is stored completely or not at all, an invalid line does not affect the others, and the batch can be sent \
      again.""")
    @ApiResponse(
            responseCode = "200",
            description = "One result line for each line of the batch",
            content =
                    @Content(mediaType = NdjsonReader.NDJSON, schema = @Schema(implementation = BatchLineResult.class)))
    byte[] applyStockLevels(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = NdjsonReader.NDJSON,
                                            schema = @Schema(implementation = ReportedLevel.class)))
                    @RequestBody
                    byte[] body) {
        return batch.answer(lines.read(body, ReportedLevel.class), applyStockLevels, BatchLineResult::of);
    }
}
