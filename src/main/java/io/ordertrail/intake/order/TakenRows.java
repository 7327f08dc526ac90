package io.ordertrail.intake.order;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.ordertrail.change.ExportLog;
import io.ordertrail.intake.order.FaultyRows.FaultyOrder;

/** Records who takes the rows of an imported file out of the product. Without the first entry nothing is sent. */
@Component
public class TakenRows {

    private final ExportLog log;

    TakenRows(ExportLog log) {
        this.log = log;
    }

    /** How rows are sent. */
    public enum Format {
        CSV,
        XLSX
    }

    /** Sends rows. */
    @FunctionalInterface
    public interface Sending {

        void send(Stream<FaultyOrder> orders) throws IOException;
    }

    /** Of which import they are. */
    private record OfImport(long number) {}

    /**
     * Sends rows, and records that before and after.
     *
     * @param list the name of what is sent
     */
    public void record(String list, Format format, long number, Stream<FaultyOrder> orders, Sending sending)
            throws IOException {
        log.begin(list, format, new OfImport(number));
        var sent = new AtomicLong();
        try {
            sending.send(orders.peek(order -> sent.addAndGet(order.rows().size())));
        } finally {
            log.end(list, sent.get());
        }
    }
}
