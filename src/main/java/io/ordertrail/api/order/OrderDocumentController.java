package io.ordertrail.api.order;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.intake.document.DocumentAnswer;
import io.ordertrail.intake.document.DocumentAnswer.Outcome;
import io.ordertrail.intake.document.TakeDocument;

/** Takes order documents of partners and answers them in their own standard. */
@RestController
@Tag(name = "Orders")
class OrderDocumentController {

    private final TakeDocument takeDocument;
    private final Clock clock;

    OrderDocumentController(TakeDocument takeDocument, Clock clock) {
        this.takeDocument = takeDocument;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/orders/documents",
            consumes = {
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "application/edi-x12",
                "application/edifact",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(summary = "Send an order document", description = """
      UBL 2.0 or 2.1 (Order, OrderChange, OrderCancellation), X12 (850) or EDIFACT (ORDERS, ORDCHG), one message; the beginning of the body \
      says which. The response is the answer in the same standard (OrderResponse, 855, ORDRSP). The number of the document and its customer \
      identify it, so the same document twice enters no second order.""")
    @ApiResponse(responseCode = "201", description = "The order is entered", content = @Content(mediaType = "*/*"))
    @ApiResponse(
            responseCode = "200",
            description = "The order is changed or cancelled, or the document came before",
            content = @Content(mediaType = "*/*"))
    @ApiResponse(
            responseCode = "422",
            description = "The answer refuses the document and says why; or a problem, if it cannot be read",
            content = @Content(mediaType = "*/*"))
    ResponseEntity<byte[]> takeDocument(@RequestBody(required = false) byte[] document) {
        var answer = takeDocument.take(document == null ? new byte[0] : document);
        var response = ResponseEntity.status(status(answer))
                .contentType(
                        MediaType.parseMediaType(answer.document().standard().type()));
        if (answer.order() != null) {
            response.location(URI.create("/api/orders/" + answer.order()));
        }
        return response.body(answer.written(LocalDateTime.now(clock)));
    }

    private static HttpStatus status(DocumentAnswer answer) {
        if (answer.outcome() == Outcome.REFUSED) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        return answer.outcome() == Outcome.ACCEPTED && answer.isNewOrder() ? HttpStatus.CREATED : HttpStatus.OK;
    }
}
