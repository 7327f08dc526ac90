package io.ordertrail.shipment;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.annotation.Immutable;

/** A carrier's message on a parcel. */
@Entity
@Immutable
public class CarrierEvent {

    @Id
    private String id;

    private String trackingNumber;
    private String status;
    private Instant at;

    protected CarrierEvent() {
        // JPA
    }

    CarrierEvent(String trackingNumber, CarrierUpdate update) {
        this.id = update.id();
        this.trackingNumber = trackingNumber;
        this.status = update.status();
        this.at = update.at();
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public String status() {
        return status;
    }

    /** When it happened, according to the carrier. */
    public Instant at() {
        return at;
    }
}
