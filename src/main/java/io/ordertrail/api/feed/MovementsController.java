package io.ordertrail.api.feed;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.BatchCall;
import io.ordertrail.api.wire.BatchLineResult;
import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.stock.booking.BookMovements;
import io.ordertrail.stock.booking.BookStock;
import io.ordertrail.stock.ledger.Booking;
import io.ordertrail.stock.ledger.StockMovement;
import io.ordertrail.transaction.RetryOnContention;

/** Books stock movements that do not belong to an order, one at a time or in batches. */
@RestController
@RequestMapping(path = "/api/stock", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stock")
class MovementsController {

    private final BookStock bookStock;
    private final BookMovements bookMovements;
    private final NdjsonReader lines;
    private final BatchCall batch;

    MovementsController(BookStock bookStock, BookMovements bookMovements, NdjsonReader lines, BatchCall batch) {
        this.bookStock = bookStock;
        this.bookMovements = bookMovements;
        this.lines = lines;
        this.batch = batch;
    }

    /**
     * A booked movement.
     *
     * @param movement Ordertrail's number of the movement
     * @param id the sender's id of the movement
     */
    record Movement(
            long movement,
            String id,
            String sku,
            String site,
            StockMovement.Kind kind,
            int quantity,
            String reason,
            String by,
            Instant at) {

        static Movement of(StockMovement booked) {
            return new Movement(
                    booked.id(),
                    booked.externalId(),
                    booked.sku(),
                    booked.site(),
                    booked.kind(),
                    booked.onHandChange(),
                    booked.reason(),
                    booked.actor(),
                    booked.at());
        }
    }

    @PostMapping(path = "/movements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Book a stock movement that does not belong to an order", description = """
      Sending the same id again changes nothing and returns the first response; the same id with other content is a 409. Received goods are allocated to backorders. When a \
      loss leaves less stock than is reserved, the loss is booked, the most recent reservations are released and their orders are \
      backordered again.""")
    Movement bookMovement(@RequestBody Booking booking) {
        return Movement.of(bookStock.book(booking));
    }

    @PostMapping(path = "/movements/batch", consumes = NdjsonReader.NDJSON, produces = NdjsonReader.NDJSON)
    @Operation(summary = "Book many stock movements, one per line", description = """
      NDJSON with up to 10,000 lines and 5 MB; each line is one movement. The response has one line for each line, in the same \
      order. In a batch each line needs an id: a movement that is already booked under it returns REPEATED, so the batch can be sent \
      again; with other content it is a 409. Each line is stored completely or not at all, and an invalid line does not affect the others.""")
    @ApiResponse(
            responseCode = "200",
            description = "One result line for each line of the batch",
            content =
                    @Content(mediaType = NdjsonReader.NDJSON, schema = @Schema(implementation = BatchLineResult.class)))
    byte[] bookMovements(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = NdjsonReader.NDJSON,
                                            schema = @Schema(implementation = Booking.class)))
                    @RequestBody
                    byte[] body) {
        return batch.answer(lines.read(body, Booking.class), bookMovements, BatchLineResult::of);
    }
}
