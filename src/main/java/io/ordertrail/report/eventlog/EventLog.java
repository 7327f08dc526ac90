package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the event log of a period, as it is at one moment. */
@Component
public class EventLog {

    private static final int TIMEOUT_SECONDS = 600;

    private final ReadTraces traces;
    private final PurchaseTraces purchases;
    private final TransactionTemplate snapshot;

    EventLog(ReadTraces traces, PurchaseTraces purchases, PlatformTransactionManager transactions) {
        this.traces = traces;
        this.purchases = purchases;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(TIMEOUT_SECONDS);
    }

    public void write(LogRequest request, OutputStream out) {
        snapshot.executeWithoutResult(status -> writeSnapshot(request, out));
    }

    private void writeSnapshot(LogRequest request, OutputStream out) {
        var people = new Pseudonyms(request.named());
        var cases = new LogCases(traces, purchases);
        try {
            switch (request.format()) {
                case CSV -> new CsvLog(cases, people).write(request, out);
                case XES -> new XesLog(cases, people).write(request, out);
                case OCEL -> new OcelLog(traces, purchases, people).write(request, new OcelJson(out));
                case SQLITE -> new OcelLog(traces, purchases, people).write(request, new OcelSqlite(out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new UnwritableLog(e);
        }
    }
}
