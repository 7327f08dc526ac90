package io.ordertrail.api.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.shipment.CarrierUpdate;
import io.ordertrail.shipment.RecordCarrierUpdate;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@Tag(name = "Shipments")
class ShipmentsController {

    private final RecordCarrierUpdate noteCarrierNews;

    ShipmentsController(RecordCarrierUpdate noteCarrierNews) {
        this.noteCarrierNews = noteCarrierNews;
    }

    @PostMapping(path = "/api/shipments/{trackingNumber}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tell what a carrier did with a parcel",
            description = "The same id twice changes nothing. The status \"delivered\" moves the order.")
    void tellCarrierNews(@PathVariable String trackingNumber, @RequestBody CarrierUpdate news) {
        noteCarrierNews.note(trackingNumber, news);
    }
}
