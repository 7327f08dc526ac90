package io.ordertrail.stock.feed;

import java.time.Instant;

/**
 * Totals of one source's messages.
 *
 * @param openGaps ranges of numbers that have not arrived
 */
public record FeedSource(String source, Instant lastMessage, long applied, long repeated, long late, long openGaps) {}
