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

/** Where goods are booked that come or go other than by an order, one by one and by the thousand. */
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

    /** @param movement our own number of it; {@code id} is the sender's */
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
    @Operation(summary = "Book goods that come or go other than by an order", description = """
      The same id twice changes nothing and is answered as the first time. What comes is handed to the orders that wait for it; \
      a loss that cuts into reservations is booked, and the orders promised last go back to waiting.""")
    Movement bookMovement(@RequestBody Booking booking) {
        return Movement.of(bookStock.book(booking));
    }

    @PostMapping(path = "/movements/batch", consumes = NdjsonReader.NDJSON, produces = NdjsonReader.NDJSON)
    @Operation(summary = "Book many movements, one a line", description = """
      NDJSON of up to 10,000 lines and 5 MB, each as for one movement, and one line of answer for each, in their sequence. \
      Here each line needs an id: what was booked under it before is answered as REPEATED, so the whole can be sent again. \
      Each line is stored whole or not at all, and a faulty one does not spoil the others.""")
    @ApiResponse(
            responseCode = "200",
            description = "One line for each line",
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
