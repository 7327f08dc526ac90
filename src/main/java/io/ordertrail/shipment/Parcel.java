package io.ordertrail.shipment;

import java.time.LocalDate;
import java.util.Map;

/**
 * A parcel that a carrier takes over.
 *
 * @param site that ships it; null when the order is shipped as a whole
 * @param due the day by the end of which it should be delivered
 * @param quantities units per product
 */
public record Parcel(
        String site, String carrier, String trackingNumber, LocalDate due, Map<String, Integer> quantities) {}
