package io.ordertrail.cockpit;

/**
 * What orders did today.
 *
 * @param in how many were entered, and until this time of the day a week ago
 * @param out how many ended, and until this time of the day a week ago
 * @param held how many a person has to review or correct now
 * @param waiting how many wait for stock now
 * @param late how many are past the day for which they were requested
 * @param bottleneck null when no step ended within a week
 * @param measuredUntil until when everything is counted; empty before the first time
 * @param mayMeasureAgain whether the reader may have the figures rebuilt
 */
record Today(
        Compared in,
        Compared out,
        long held,
        long waiting,
        long late,
        Bottleneck bottleneck,
        String measuredUntil,
        boolean mayMeasureAgain) {

    record Compared(long today, long weekBefore) {}
}
