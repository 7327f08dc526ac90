package io.ordertrail.report.eventlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import io.ordertrail.report.table.ReportPeriod;

/** What somebody finds in an exported event log who knows nothing of the tables that it comes from. */
public record ExportedLog(int cases, long cancelled, List<Duration> toDelivery) {

    /** Writes the log of the orders of a period, and reads it again. */
    public static ExportedLog of(DataSource source, ReportPeriod period) throws IOException {
        var client = JdbcClient.create(source);
        var out = new ByteArrayOutputStream();
        new EventLog(new ReadTraces(client), new PurchaseTraces(client), new DataSourceTransactionManager(source))
                .write(new LogRequest(period, LogProcess.ORDERS, LogFormat.CSV, false), out);
        var log = LogAnalysis.csv(new ByteArrayInputStream(out.toByteArray()));
        return new ExportedLog(
                log.cases(),
                times("CANCELLED", log).size(),
                toDelivery(times("ENTERED", log), times("DELIVERED", log)));
    }

    private static Map<String, Instant> times(String activity, LogAnalysis log) {
        return log.events().stream()
                .filter(event -> event.activity().equals(activity))
                .collect(Collectors.toMap(LogAnalysis.Entry::instance, LogAnalysis.Entry::ended));
    }

    private static List<Duration> toDelivery(Map<String, Instant> entered, Map<String, Instant> delivered) {
        return delivered.entrySet().stream()
                .map(end -> Duration.between(entered.get(end.getKey()), end.getValue()))
                .sorted()
                .toList();
    }

    /** Between the two middle ones. */
    public double medianDays() {
        var half = toDelivery.size() / 2;
        return toDelivery.get(half - 1).plus(toDelivery.get(half)).toMillis()
                / 2.0
                / Duration.ofDays(1).toMillis();
    }
}
