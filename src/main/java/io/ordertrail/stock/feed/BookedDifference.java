package io.ordertrail.stock.feed;

import java.time.Instant;

/** By how many pieces our stock was brought to what a source said. */
public record BookedDifference(
        String source, long sequence, String sku, String site, int pieces, String actor, Instant at) {}
