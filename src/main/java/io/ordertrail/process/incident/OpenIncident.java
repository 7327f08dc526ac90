package io.ordertrail.process.incident;

import java.time.Instant;

/**
 * A step that failed.
 *
 * @param step the id of the element in the diagram
 * @param stepName its name
 * @param subject the number of the order or purchase
 * @param isOrder whether the subject is an order
 * @param number under which the log has the fault, or the id of the failed job
 * @param job the failed job; null when the order went on
 */
public record OpenIncident(
        String step, String stepName, String subject, boolean isOrder, Instant since, String number, String job) {

    /** Tells whether the rules could not be checked, so that a person reviews the order. */
    public boolean isFailedCheck() {
        return job == null;
    }
}
