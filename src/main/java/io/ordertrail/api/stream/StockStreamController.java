package io.ordertrail.api.stream;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.api.problem.Problem;
import io.ordertrail.catalog.Products;
import io.ordertrail.platform.access.SignIn;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;

/** Streams stock changes: under the API for programs and under the pages, which authenticate with a session cookie. */
@RestController
@Tag(name = "Stock")
class StockStreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String RETRY_AFTER_SECONDS = "10";

    private final StockStreams streams;
    private final Products products;
    private final Sites sites;
    private final SignIn signIn;

    StockStreamController(StockStreams streams, Products products, Sites sites, SignIn signIn) {
        this.signIn = signIn;
        this.streams = streams;
        this.products = products;
        this.sites = sites;
    }

    @GetMapping(path = "/api/stock/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Stream stock changes as they happen", description = """
      Server-sent events. The first event is "ready": the stream contains all changes after its number, so read the levels after you \
      receive it. Then each change is a "level" event with number, sku, site, onHand, reserved and available; of two events for the \
      same product and site, the one with the higher number is newer. The connection ends after 50 seconds; reconnect with the last id \
      in the header Last-Event-ID to receive all events in between. The event "reset" says that the missed events are no longer \
      available: read the levels again.""")
    void streamStock(
            @ParameterObject @Valid StockStreamQuery asked,
            @RequestHeader(name = LAST_EVENT_ID, required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var query = asked.sku().isEmpty()
                ? asked
                : asked.of(products.get(asked.sku()).sku());
        if (!query.site().isEmpty()) {
            sites.get(query.site());
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a buffering proxy would delay the events
        if (request.getMethod().equals("GET")) {
            streams.open(request, query, lastEventId, signIn.trustedUntil(request));
        }
    }

    @Hidden
    @GetMapping(path = "/stock/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void streamStockForPages(
            @Valid StockStreamQuery query,
            @RequestHeader(name = LAST_EVENT_ID, required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        streamStock(query, lastEventId, request, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyStreams tooMany) {
        return tooMany.isOfOnePerson()
                ? later(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams", "stream.too-many")
                : later(HttpStatus.SERVICE_UNAVAILABLE, "streams-full", "stream.full");
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, String type, String key) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, type, Sentence.of(key)));
    }
}
