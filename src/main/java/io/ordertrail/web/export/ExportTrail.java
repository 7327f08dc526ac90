package io.ordertrail.web.export;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import io.ordertrail.change.ExportLog;

/**
 * Records in the trail of changes who takes a list out of the product, with which filter, and how many rows it has.
 * Without the first entry nothing is sent.
 */
@Component
public class ExportTrail {

    private final ExportLog log;
    private final Clock clock;

    ExportTrail(ExportLog log, Clock clock) {
        this.log = log;
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
        log.begin(list, format, filter);
    }

    /** Records how many rows were sent, also when the receiver did not wait for the last one. */
    public void end(String list, long rows) {
        log.end(list, rows);
    }
}
