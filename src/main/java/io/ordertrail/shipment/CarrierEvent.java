package io.ordertrail.shipment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.springframework.data.annotation.Immutable;

/** A carrier's message on a parcel. */
@Entity
@Immutable
public class CarrierEvent {

    /** Carriers number the events of each parcel for themselves. */
    @Embeddable
    record Key(String trackingNumber, String id) {}

    @EmbeddedId
    private Key key;

    private String status;
    private Instant at;

    protected CarrierEvent() {
        // JPA
    }

    CarrierEvent(Key key, CarrierUpdate update) {
        this.key = key;
        this.status = update.status();
        this.at = stored(update.at());
    }

    /** Tells whether the message says the same. */
    boolean says(CarrierUpdate update) {
        return status.equals(update.status()) && at.equals(stored(update.at()));
    }

    /** The time to the microsecond, as the database keeps it. */
    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    public String trackingNumber() {
        return key.trackingNumber();
    }

    public String status() {
        return status;
    }

    /** When it happened, according to the carrier. */
    public Instant at() {
        return at;
    }
}
