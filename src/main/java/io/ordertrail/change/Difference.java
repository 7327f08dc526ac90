package io.ordertrail.change;

/**
 * A field with two values.
 *
 * @param place which part of the record has the field, such as the SKU of an order line; null when there is only one
 * @param former null when the field was empty
 * @param current null when the field is empty now
 */
public record Difference(String place, String field, String former, String current) {}
