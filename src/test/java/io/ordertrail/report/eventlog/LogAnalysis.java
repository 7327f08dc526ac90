package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import de.siegmar.fastcsv.reader.CsvReader;

/** What a program for process mining says first about a log, whoever wrote it: its cases, events, variants and durations. */
record LogAnalysis(List<Entry> events, Map<List<String>, Long> variants, List<Duration> durations) {

    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");

    /** An event; one that has no beginning of its own begins when it ends. */
    record Entry(String instance, String activity, Instant begun, Instant ended) {}

    static LogAnalysis of(List<Entry> events) {
        var cases =
                events.stream().collect(Collectors.groupingBy(Entry::instance)).values();
        return new LogAnalysis(
                events,
                cases.stream().collect(Collectors.groupingBy(LogAnalysis::path, Collectors.counting())),
                cases.stream().map(LogAnalysis::duration).sorted().toList());
    }

    private static List<String> path(List<Entry> events) {
        return events.stream()
                .sorted(Comparator.comparing(Entry::begun))
                .map(Entry::activity)
                .toList();
    }

    private static Duration duration(List<Entry> events) {
        return Duration.between(
                events.stream().map(Entry::begun).min(Instant::compareTo).orElseThrow(),
                events.stream().map(Entry::ended).max(Instant::compareTo).orElseThrow());
    }

    int cases() {
        return durations.size();
    }

    Map.Entry<List<String>, Long> commonest() {
        return variants.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    /** Between the two middle ones if their number is even. */
    Duration median() {
        var half = durations.size() / 2;
        return durations.size() % 2 == 1
                ? durations.get(half)
                : durations.get(half - 1).plus(durations.get(half)).dividedBy(2);
    }

    static LogAnalysis csv(InputStream file) throws IOException {
        var events = new ArrayList<Entry>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.forEach(row -> events.add(new Entry(
                    row.getField("case:concept:name"),
                    row.getField("concept:name"),
                    instant(row.findField("start_timestamp").orElse(row.getField("time:timestamp"))),
                    instant(row.getField("time:timestamp")))));
        }
        return of(events);
    }

    static LogAnalysis xes(InputStream file) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(file);
        var events = new ArrayList<Entry>();
        var path = new ArrayList<String>();
        var ofTrace = new HashMap<String, String>();
        var ofEvent = new HashMap<String, String>();
        while (reader.hasNext()) {
            var at = reader.next();
            if (at == XMLStreamConstants.START_ELEMENT) {
                path.add(reader.getLocalName());
                var of = path.size() == 4 && path.get(2).equals("event") ? ofEvent : path.size() == 3 ? ofTrace : null;
                if (of != null && path.get(1).equals("trace")) {
                    of.put(reader.getAttributeValue(null, "key"), reader.getAttributeValue(null, "value"));
                }
            } else if (at == XMLStreamConstants.END_ELEMENT) {
                if (path.equals(List.of("log", "trace", "event"))) {
                    var time = instant(ofEvent.get("time:timestamp"));
                    events.add(new Entry(ofTrace.get("concept:name"), ofEvent.get("concept:name"), time, time));
                    ofEvent.clear();
                } else if (path.size() == 2) {
                    ofTrace.clear();
                }
                path.remove(path.size() - 1);
            }
        }
        return of(events);
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : OffsetDateTime.parse(text, SPACED).toInstant();
    }
}
