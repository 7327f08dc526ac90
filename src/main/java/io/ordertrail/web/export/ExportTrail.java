package io.ordertrail.web.export;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import io.ordertrail.actor.Actor;
import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Difference;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;

/**
 * Records in the trail of changes who takes a list out of the product, with which filter, and how many rows it has.
 * Without the first entry nothing is sent.
 */
@Component
public class ExportTrail {

    private final ChangeLog log;
    private final Actor actor;
    private final Clock clock;

    ExportTrail(ChangeLog log, Actor actor, Clock clock) {
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Sends a list as a file.
     *
     * @param filter what the list was filtered by; what is empty says nothing
     */
    public void send(ListFile file, Record filter, ListFormat format, HttpServletResponse response) {
        begin(file.name(), format, filter);
        var sent = new AtomicLong();
        var counted = new ListFile(file.name(), file.header(), file.rows().peek(row -> sent.incrementAndGet()));
        try {
            counted.send(format, LocalDate.now(clock), response);
        } finally {
            end(file.name(), sent.get());
        }
    }

    /**
     * Records that a list is about to be sent.
     *
     * @param filter what the list was filtered by; what is empty says nothing
     */
    public void begin(String list, Enum<?> format, Record filter) {
        var about = Stream.concat(
                Stream.of(new Difference(null, "format", null, format.name())),
                Snapshot.of(filter).texts().entrySet().stream()
                        .filter(field -> !field.getValue().isBlank())
                        .map(field -> new Difference(null, field.getKey(), null, field.getValue())));
        record(list, about.toList());
    }

    /** Records how many rows were sent, also when the receiver did not wait for the last one. */
    public void end(String list, long rows) {
        record(list, List.of(new Difference(null, "rows", null, String.valueOf(rows))));
    }

    private void record(String list, List<Difference> differences) {
        log.record(actor.stamp(), new Subject(Subject.Kind.EXPORT, list), Act.EXPORTED, differences);
    }
}
