package io.ordertrail.shipment;

import java.time.LocalDate;
import java.util.Map;

/**
 * What is handed to a carrier.
 *
 * @param site that it comes from; null where the whole order goes as one
 * @param due the day by whose end it should arrive
 * @param pieces per product
 */
public record Parcel(String site, String carrier, String trackingNumber, LocalDate due, Map<String, Integer> pieces) {}
