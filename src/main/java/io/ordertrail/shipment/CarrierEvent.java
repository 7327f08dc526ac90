package io.ordertrail.shipment;

import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.annotation.Immutable;

/** What a carrier told us of a parcel. */
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

    CarrierEvent(String trackingNumber, CarrierUpdate news) {
        this.id = news.id();
        this.trackingNumber = trackingNumber;
        this.status = news.status();
        this.at = news.at();
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public String status() {
        return status;
    }

    /** When it happened, as the carrier says. */
    public Instant at() {
        return at;
    }
}
