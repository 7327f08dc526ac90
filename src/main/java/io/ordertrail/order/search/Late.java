package io.ordertrail.order.search;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When an order that is still to be delivered is late.
 *
 * @param today orders are late that were requested for an earlier day
 * @param enteredBefore orders are late that were entered earlier; null when there is no target for that
 */
public record Late(LocalDate today, Instant enteredBefore) {}
