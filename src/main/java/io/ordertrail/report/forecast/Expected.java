package io.ordertrail.report.forecast;

import java.time.Instant;

/**
 * When an order is likely to be received.
 *
 * @param median as many orders like it were received before as after
 * @param ninety nine of ten orders like it were received before
 * @param orders how many orders like it there are
 */
public record Expected(Instant median, Instant ninety, int orders) {}
