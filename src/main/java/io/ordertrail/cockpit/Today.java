package io.ordertrail.cockpit;

import io.ordertrail.process.measure.OrderBacklog.Backlog;

/**
 * What orders did today.
 *
 * @param in how many were entered, and until this time of the day a week ago
 * @param out how many ended, and until this time of the day a week ago
 * @param backlog the orders that stand still now
 * @param backlogBefore those of a week ago; null when nobody counted them
 * @param atRisk how many orders are not late yet and have used nearly all of their target
 * @param bottleneck null when no step ended within a week
 * @param measuredUntil until when everything is counted; empty before the first time
 * @param mayMeasureAgain whether the reader may have the figures rebuilt
 */
record Today(
        Compared in,
        Compared out,
        Backlog backlog,
        Backlog backlogBefore,
        long atRisk,
        Bottleneck bottleneck,
        String measuredUntil,
        boolean mayMeasureAgain) {

    record Compared(long today, long weekBefore) {}
}
