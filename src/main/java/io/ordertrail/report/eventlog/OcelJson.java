package io.ordertrail.report.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes objects and events of OCEL 2.0. */
record OcelJson(JsonGenerator json) {

    /** To an object, with what it is to it. */
    record Link(String object, String qualifier) {}

    void object(String id, String type, Instant at, Map<String, String> attributes, List<Link> links) {
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

    void event(String id, String type, Instant at, String from, List<Link> links) {
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
