package io.ordertrail.intake.document;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;

/** Writes the segments of an interchange. */
final class EdiWriter {

    /** What writes the segments. */
    interface Content {
        void write(EdiWriter segments) throws EDIStreamException;
    }

    private final EDIStreamWriter writer;
    /** Segments since the head of the message, which it counts itself. */
    private int count;

    private EdiWriter(EDIStreamWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes an interchange.
     *
     * @param version of the envelope
     */
    static byte[] write(String standard, List<String> version, Content content) {
        var out = new ByteArrayOutputStream();
        try (var writer = EDIOutputFactory.newFactory().createEDIStreamWriter(out, "UTF-8")) {
            writer.setControlSchema(
                    SchemaFactory.newFactory().getControlSchema(standard, version.toArray(new String[0])));
            writer.startInterchange();
            content.write(new EdiWriter(writer));
            writer.endInterchange();
        } catch (EDIStreamException | EDISchemaException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
        return out.toByteArray();
    }

    /**
     * Writes a segment.
     *
     * @param elements texts; a collection is the components of one element
     */
    EdiWriter segment(String tag, Object... elements) throws EDIStreamException {
        count = tag.equals("ST") || tag.equals("UNH") ? 1 : count + 1;
        writer.writeStartSegment(tag);
        for (var element : elements) {
            if (element instanceof Collection<?> components) {
                writer.writeStartElement();
                for (var component : components) {
                    writer.writeComponent(component.toString());
                }
                writer.endElement();
            } else {
                writer.writeElement(element.toString());
            }
        }
        writer.writeEndSegment();
        return this;
    }

    /** How many segments the message has with the one that ends it. */
    String countWithEnd() {
        return String.valueOf(count + 1);
    }
}
