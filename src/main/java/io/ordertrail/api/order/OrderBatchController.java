package io.ordertrail.api.order;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.wire.NdjsonReader;
import io.ordertrail.order.book.NewOrder;

/** Enters many orders of external systems in one call. */
@RestController
@Tag(name = "Orders")
class OrderBatchController {

    private static final int MOST = 1_000;

    private final NdjsonReader reader;
    private final PlaceOrders placeOrders;

    OrderBatchController(NdjsonReader reader, PlaceOrders placeOrders) {
        this.reader = reader;
        this.placeOrders = placeOrders;
    }

    @PostMapping(path = "/api/orders/batch", consumes = NdjsonReader.NDJSON, produces = NdjsonReader.NDJSON)
    @Operation(summary = "Enter many orders, one per line", description = """
      NDJSON with up to 1,000 lines and 5 MB; each line is one order. The response has one line for each line, in the same order, and \
      begins before the last order is entered. Each order is entered completely or not at all, and an order that is refused does not \
      affect the others. A call that breaks off can be sent again with its key.""")
    @ApiResponse(
            responseCode = "200",
            description = "One result line for each line of the batch",
            content =
                    @Content(mediaType = NdjsonReader.NDJSON, schema = @Schema(implementation = OrderLineResult.class)))
    void enterOrders(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = NdjsonReader.NDJSON,
                                            schema = @Schema(implementation = NewOrder.class)))
                    @RequestBody
                    byte[] body,
            @Parameter(
                            description =
                                    "1 to 255 visible ASCII characters, kept for 24 hours: under the same key, a line that is the same returns its first result and enters no second order")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String idempotencyKey,
            HttpServletResponse response)
            throws IOException {
        var lines = reader.read(body, NewOrder.class, MOST);
        var results = idempotencyKey == null ? placeOrders.place(lines) : placeOrders.place(lines, idempotencyKey);
        response.setContentType(NdjsonReader.NDJSON);
        write(results, response.getOutputStream());
    }

    /** A caller who hangs up ends the entry after the group in work. */
    private static void write(Stream<String> results, OutputStream out) throws IOException {
        try {
            results.forEachOrdered(result -> write(result, out));
        } catch (UncheckedIOException hungUp) {
            throw hungUp.getCause();
        }
    }

    private static void write(String result, OutputStream out) {
        try {
            out.write((result + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
