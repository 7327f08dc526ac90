package io.ordertrail.cockpit;

import java.util.List;

import io.ordertrail.process.measure.Durations;

/**
 * The figures that lie on a diagram.
 *
 * @param version its number; 0 for all versions together
 * @param measuredUntil until when everything is counted; empty before the first time
 * @param before the days of the period with which the figures are compared
 * @param beforeVersion the number of the version with which they are compared; 0 for all, -1 when there is none before
 * @param ended how many instances ended in the period
 * @param target how long an instance may take from start to end; null when nobody said
 * @param late how many of those that ended took longer
 */
record Heat(
        String process,
        List<Integer> versions,
        int version,
        String measuredUntil,
        Days period,
        Days before,
        int beforeVersion,
        long ended,
        Long target,
        long late,
        List<Step> steps,
        List<Flow> flows) {

    /** The first and the last day of a period. */
    record Days(String first, String last) {}

    /** How often something ended, and how long it took, in milliseconds. */
    record Took(long count, long median, long p90, long p95, long longest, long total) {

        static Took of(Durations durations) {
            return new Took(
                    durations.count(),
                    durations.percentile(50),
                    durations.percentile(90),
                    durations.percentile(95),
                    durations.longest(),
                    durations.total());
        }
    }

    /**
     * A step or event.
     *
     * @param name of a task or called process; empty for what takes no time of its own: events, gateways, sub-processes
     * @param open how many instances are at it now
     * @param target how long it may take; null when nobody said
     * @param late how many took longer than the target of the day on which they ended
     * @param waited how long a task waited on average until somebody claimed it; null where no task was done
     * @param worked how long the work then took on average
     */
    record Step(
            String id,
            String name,
            Took now,
            Took before,
            long open,
            long incidents,
            Long target,
            long late,
            Long waited,
            Long worked) {}

    /**
     * A flow.
     *
     * @param share of all that left its source, between 0 and 1
     */
    record Flow(String id, long passages, double share) {}
}
