package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.ordertrail.refusal.Formulas;

/** Writes the event log as a table: one row for each event, the columns named as programs for process mining expect. */
final class CsvLog {

    private static final List<String> OF_EVENT = List.of(
            "case:concept:name", "concept:name", "time:timestamp", "org:resource", "lifecycle:transition", "from");

    private final LogCases cases;
    private final Pseudonyms people;

    CsvLog(LogCases cases, Pseudonyms people) {
        this.cases = cases;
        this.people = people;
    }

    void write(LogRequest request, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    Stream.concat(OF_EVENT.stream(), LogCase.ATTRIBUTES.stream().map(name -> "case:" + name))
                            .toList());
            cases.each(request, one -> one.events().forEach(event -> csv.writeRecord(row(one, event))));
        }
    }

    private List<String> row(LogCase one, LogCase.Event event) {
        var row = new ArrayList<String>();
        row.add(one.id());
        row.add(Formulas.harmless(event.activity()));
        row.add(Timestamps.text(event.at()));
        row.add(event.actor() == null ? "" : Formulas.harmless(people.of(event.actor())));
        row.add("complete");
        row.add(event.from() == null ? "" : event.from());
        LogCase.ATTRIBUTES.forEach(
                name -> row.add(Formulas.harmless(one.attributes().getOrDefault(name, ""))));
        return row;
    }
}
