package io.ordertrail.process.measure;

import java.time.Instant;

/**
 * A process instance from its start to its end.
 *
 * @param subject the number of the order or purchase; may be null
 * @param until null while it runs
 * @param outcome the id of the end event; null when it did not end at one
 */
record InstanceRun(
        String instance,
        String process,
        int version,
        String subject,
        Instant from,
        Instant until,
        long duration,
        String outcome) {}
