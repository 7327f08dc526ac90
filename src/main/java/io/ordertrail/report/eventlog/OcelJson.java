package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes OCEL 2.0 as JSON. */
final class OcelJson implements OcelOut {

    private final JsonGenerator json;

    OcelJson(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
    }

    @Override
    public void begin(Map<String, List<String>> types) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("objectTypes");
        for (var type : types.entrySet()) {
            writeType(type.getKey(), type.getValue());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objects");
    }

    @Override
    public void endObjects(Collection<String> activities) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("eventTypes");
        for (var activity : activities) {
            writeType(activity, List.of("from"));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    @Override
    public void object(String id, String type, Instant at, Map<String, String> attributes, List<Link> links) {
        try {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            json.writeArrayFieldStart("attributes");
            for (var attribute : attributes.entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", attribute.getKey());
                json.writeStringField("time", Timestamps.text(at));
                json.writeStringField("value", attribute.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            relationships(links);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void event(String id, String type, Instant at, String from, List<Link> links) {
        try {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            json.writeStringField("time", Timestamps.text(at));
            json.writeArrayFieldStart("attributes");
            if (from != null) {
                json.writeStartObject();
                json.writeStringField("name", "from");
                json.writeStringField("value", from);
                json.writeEndObject();
            }
            json.writeEndArray();
            relationships(links);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeType(String name, List<String> attributes) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        for (var attribute : attributes) {
            json.writeStartObject();
            json.writeStringField("name", attribute);
            json.writeStringField("type", "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void relationships(List<Link> links) throws IOException {
        json.writeArrayFieldStart("relationships");
        for (var link : links) {
            json.writeStartObject();
            json.writeStringField("objectId", link.object());
            json.writeStringField("qualifier", link.qualifier());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
