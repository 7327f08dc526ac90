package io.ordertrail.report.eventlog;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the event log as XES: one trace for each case. */
final class XesLog {

    private static final String UTF_8 = "UTF-8";
    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final List<String> EXTENSIONS = List.of("Concept", "Time", "Lifecycle", "Organizational");
    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String STRING = "string";

    private final LogCases cases;
    private final Pseudonyms people;

    XesLog(LogCases cases, Pseudonyms people) {
        this.cases = cases;
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
        cases.each(request, one -> writeTrace(xml, one));
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

    private void writeTrace(XMLStreamWriter xml, LogCase one) {
        try {
            xml.writeStartElement("trace");
            attribute(xml, STRING, NAME, one.id());
            for (var name : LogCase.ATTRIBUTES) {
                attribute(xml, STRING, name, one.attributes().get(name));
            }
            for (var event : one.events()) {
                writeEvent(xml, event);
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new UnwritableLog(e);
        }
    }

    private void writeEvent(XMLStreamWriter xml, LogCase.Event event) throws XMLStreamException {
        xml.writeStartElement("event");
        attribute(xml, STRING, NAME, event.activity());
        attribute(xml, "date", TIME, Timestamps.text(event.at()));
        attribute(xml, STRING, "org:resource", event.actor() == null ? null : people.of(event.actor()));
        attribute(xml, STRING, "lifecycle:transition", "complete");
        attribute(xml, STRING, "from", event.from());
        xml.writeEndElement();
    }

    /** Writes nothing without a value. */
    private static void attribute(XMLStreamWriter xml, String type, String key, String value)
            throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement(type);
            xml.writeAttribute("key", key);
            xml.writeAttribute("value", value);
        }
    }
}
