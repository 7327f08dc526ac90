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

    private final RecordCarrierUpdate recordCarrierUpdate;

    ShipmentsController(RecordCarrierUpdate recordCarrierUpdate) {
        this.recordCarrierUpdate = recordCarrierUpdate;
    }

    @PostMapping(path = "/api/shipments/{trackingNumber}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Report a carrier event of a parcel",
            description =
                    "Sending the same id again for the same parcel changes nothing; with other content it is a 409. The status \"delivered\" advances the order. The statuses \"returned-to-sender\", \"undeliverable\", \"refused\", \"damaged\", \"lost\" and \"held-at-customs\" open a task for customer service.")
    void reportCarrierUpdate(@PathVariable String trackingNumber, @RequestBody CarrierUpdate update) {
        recordCarrierUpdate.record(trackingNumber, update);
    }
}
