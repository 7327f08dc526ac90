package io.ordertrail.shipment;

import java.time.LocalDate;
import java.util.Map;

import io.ordertrail.refusal.Blanks;

/**
 * The handover of a parcel to a carrier.
 *
 * @param due the day by the end of which it should be delivered
 * @param quantities units per product
 */
public record Handover(String carrier, String trackingNumber, LocalDate due, Map<String, Integer> quantities) {

    public Handover {
        carrier = Blanks.trimmed(carrier);
        trackingNumber = Blanks.trimmed(trackingNumber);
    }
}
