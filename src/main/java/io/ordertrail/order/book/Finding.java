package io.ordertrail.order.book;

/**
 * A rule that fired.
 *
 * @param severity low, medium or high, as the rule's owner classifies it
 */
public record Finding(String rule, String reason, String severity) {}
