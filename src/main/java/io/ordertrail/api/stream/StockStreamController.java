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
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;

/** Stock as it changes. The same stream stands under the API for programs and under the desk for its pages, which have a cookie. */
@RestController
@Tag(name = "Stock")
class StockStreamController {

    private static final String LAST_HEARD = "Last-Event-ID";
    private static final String AFTER_SECONDS = "10";

    private final StockStreams streams;
    private final Products products;
    private final Sites sites;

    StockStreamController(StockStreams streams, Products products, Sites sites) {
        this.streams = streams;
        this.products = products;
        this.sites = sites;
    }

    @GetMapping(path = "/api/stock/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Hear of each change of stock as it happens", description = """
      Server-sent events. The first is "ready": from its number on everything is told, so read the levels after it. Then "level" for each \
      change: number, sku, site, onHand, reserved, available; of two for one product and site the higher number is the later level. \
      The connection ends after 50 seconds; come again with the last id in Last-Event-ID and nothing is missed. "reset" says that what was \
      missed is not kept any more: read the levels anew.""")
    void hearOfStock(
            @ParameterObject @Valid StockStreamQuery query,
            @RequestHeader(name = LAST_HEARD, required = false) String lastHeard,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!query.sku().isEmpty()) {
            products.get(query.sku());
        }
        if (!query.site().isEmpty()) {
            sites.get(query.site());
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that collects answers would hold the events back
        if (request.getMethod().equals("GET")) {
            streams.open(request, query, lastHeard);
        }
    }

    @Hidden
    @GetMapping(path = "/stock/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void hearOfStockAtTheDesk(
            @Valid StockStreamQuery query,
            @RequestHeader(name = LAST_HEARD, required = false) String lastHeard,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        hearOfStock(query, lastHeard, request, response);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(TooManyStreams full) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "streams-full", Sentence.of("stream.full")));
    }
}
