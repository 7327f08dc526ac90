package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Takes a log of OCEL 2.0 in this sequence: the types of objects, the objects, the types of events, the events. */
interface OcelOut extends AutoCloseable {

    /** To an object, with what it is to it. */
    record Link(String object, String qualifier) {}

    /**
     * Begins.
     *
     * @param types of objects, with their attributes
     */
    void begin(Map<String, List<String>> types) throws IOException;

    void object(String id, String type, Instant at, Map<String, String> attributes, List<Link> links);

    /**
     * Ends the objects.
     *
     * @param activities the types of the events that follow
     */
    void endObjects(Collection<String> activities) throws IOException;

    /**
     * Writes an event.
     *
     * @param from the state before; null unless the state changed
     */
    void event(String id, String type, Instant at, String from, List<Link> links);

    /** Ends the events. */
    @Override
    void close() throws IOException;
}
