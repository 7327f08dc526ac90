package io.ordertrail.report.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An instance of a process, for the formats that know one kind of instance only.
 *
 * @param attributes by their names, which are among {@link #ATTRIBUTES}
 */
record LogCase(String id, Map<String, String> attributes, List<Event> events) {

    static final List<String> ATTRIBUTES =
            List.of("customer", "channel", "country", "state", "process", "order", "product", "site");

    /**
     * What happened.
     *
     * @param actor null when nobody is known to have done it
     * @param from the state before; null unless the state changed
     */
    record Event(String activity, Instant at, String actor, String from) {}
}
