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
}
