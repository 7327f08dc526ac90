package io.ordertrail.stock.feed;

import java.time.Instant;

/** What came from one source, all in all. @param openGaps runs of numbers that never came */
public record FeedSource(String source, Instant lastMessage, long applied, long repeated, long late, long openGaps) {}
