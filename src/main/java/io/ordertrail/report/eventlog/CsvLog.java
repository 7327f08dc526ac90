package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.web.export.Formulas;

/** Writes the event log as a table: one row for each event, the columns named as programs for process mining expect. */
final class CsvLog {

    private final ReadTraces traces;
    private final Pseudonyms people;

    CsvLog(ReadTraces traces, Pseudonyms people) {
        this.traces = traces;
        this.people = people;
    }

    void write(LogRequest request, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "case:concept:name",
                    "concept:name",
                    "time:timestamp",
                    "org:resource",
                    "lifecycle:transition",
                    "from",
                    "case:customer",
                    "case:channel",
                    "case:country",
                    "case:state");
            traces.each(
                    request.period(),
                    false,
                    trace -> trace.events()
                            .forEach(event -> csv.writeRecord(
                                    trace.number(),
                                    Formulas.harmless(event.activity()),
                                    Timestamps.text(event.at()),
                                    Formulas.harmless(people.of(event.actor())),
                                    "complete",
                                    event.from() == null ? "" : event.from(),
                                    Formulas.harmless(trace.customer()),
                                    Formulas.harmless(trace.channel()),
                                    trace.country(),
                                    trace.state())));
        }
    }
}
