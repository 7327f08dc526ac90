package io.ordertrail.process.measure;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How long a step, or all of a process, may take from a day on.
 *
 * @param step its id; empty for all of the process
 * @param duration null when what was said before ends on that day
 * @param version how often somebody has changed it
 */
public record Target(String step, LocalDate from, Duration duration, int version) {

    /** Stands for all of the process. */
    public static final String WHOLE = "";

    private static final int NEARLY = 80;
    private static final int ALL = 100;

    /** How much of a target is used when what is open is at risk of missing it. */
    public static Duration nearlyUsed(Duration target) {
        return target.multipliedBy(NEARLY).dividedBy(ALL);
    }
}
