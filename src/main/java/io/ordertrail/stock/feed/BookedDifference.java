package io.ordertrail.stock.feed;

import java.time.Instant;

/** By how many units our stock was changed to match the level that a source reported. */
public record BookedDifference(
        String source, long sequence, String sku, String site, int quantity, String actor, Instant at) {}
