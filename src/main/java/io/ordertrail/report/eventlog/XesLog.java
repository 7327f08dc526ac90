package io.ordertrail.report.eventlog;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the event log as XES: one trace for each order. */
final class XesLog {

    private static final String UTF_8 = "UTF-8";
    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final List<String> EXTENSIONS = List.of("Concept", "Time", "Lifecycle", "Organizational");
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String STRING = "string";

    private final ReadTraces traces;
    private final Pseudonyms people;

    XesLog(ReadTraces traces, Pseudonyms people) {
        this.traces = traces;
        this.people = people;
    }

    void write(LogRequest request, OutputStream out) throws XMLStreamException {
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, UTF_8);
        xml.writeStartDocument(UTF_8, "1.0");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        writeHead(xml);
        traces.each(request.period(), false, trace -> writeTrace(xml, trace));
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void writeHead(XMLStreamWriter xml) throws XMLStreamException {
        for (var extension : EXTENSIONS) {
            var prefix = extension.equals("Organizational") ? "org" : extension.toLowerCase(Locale.ROOT);
            xml.writeEmptyElement("extension");
            xml.writeAttribute("name", extension);
            xml.writeAttribute("prefix", prefix);
            xml.writeAttribute("uri", NAMESPACE + prefix + ".xesext");
        }
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        attribute(xml, STRING, NAME, "");
        xml.writeEndElement();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        attribute(xml, STRING, NAME, "");
        attribute(xml, "date", TIME, "1970-01-01T00:00:00.000Z");
        attribute(xml, STRING, "lifecycle:transition", "complete");
        xml.writeEndElement();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "Activity");
        xml.writeAttribute("keys", NAME);
        attribute(xml, STRING, NAME, "Orders");
    }

    private void writeTrace(XMLStreamWriter xml, OrderTrace trace) {
        try {
            xml.writeStartElement("trace");
            attribute(xml, STRING, NAME, trace.number());
            attribute(xml, STRING, "customer", trace.customer());
            attribute(xml, STRING, "channel", trace.channel());
            attribute(xml, STRING, "country", trace.country());
            attribute(xml, STRING, "state", trace.state());
            for (var event : trace.events()) {
                writeEvent(xml, event);
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new UnwritableLog(e);
        }
    }

    private void writeEvent(XMLStreamWriter xml, OrderTrace.Event event) throws XMLStreamException {
        xml.writeStartElement("event");
        attribute(xml, STRING, NAME, event.activity());
        attribute(xml, "date", TIME, Timestamps.text(event.at()));
        attribute(xml, STRING, "org:resource", people.of(event.actor()));
        attribute(xml, STRING, "lifecycle:transition", "complete");
        if (event.from() != null) {
            attribute(xml, STRING, "from", event.from());
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String type, String key, String value)
            throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value);
    }
}
