package io.ordertrail.intake.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;

import io.ordertrail.refusal.Blanks;

/** The segments of an interchange of X12 or EDIFACT, in their sequence. */
record Segments(List<Segment> all) {

    private static final int MOST = 200_000;
    /** What ends an interchange. */
    private static final Set<String> ENDS = Set.of("IEA", "UNZ");

    /** A segment, such as {@code BEG}; its elements have components. */
    record Segment(String tag, List<List<String>> elements) {

        /** An element by its position, from 1, as the standards count; empty when it is missing. */
        String at(int element) {
            return at(element, 1);
        }

        String at(int element, int component) {
            if (element > elements.size()
                    || component > elements.get(element - 1).size()) {
                return "";
            }
            return Blanks.trimmed(elements.get(element - 1).get(component - 1));
        }

        boolean is(String other) {
            return tag.equals(other);
        }
    }

    /**
     * Reads an interchange.
     *
     * @throws UnreadableDocument when it is broken
     */
    static Segments read(byte[] content) {
        var segments = new ArrayList<Segment>();
        var factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false); // partners use codes of their own
        try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(bare(content)))) {
            while (reader.hasNext()) {
                take(reader, segments);
            }
        } catch (EDIStreamException e) {
            var place = e.getLocation();
            throw new UnreadableDocument("broken", place == null ? 1 : place.getLineNumber(), e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
        if (segments.stream().noneMatch(segment -> ENDS.contains(segment.tag()))) {
            throw new UnreadableDocument("cut");
        }
        return new Segments(segments);
    }

    private static void take(EDIStreamReader reader, List<Segment> segments) throws EDIStreamException {
        switch (reader.next()) {
            case START_SEGMENT -> {
                if (segments.size() == MOST) {
                    throw new UnreadableDocument("long", MOST);
                }
                segments.add(new Segment(reader.getText(), new ArrayList<>()));
            }
            case ELEMENT_DATA -> add(reader, segments.get(segments.size() - 1).elements());
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                throw new UnreadableDocument(
                        "segment",
                        reader.getLocation().getLineNumber(),
                        segments.isEmpty()
                                ? ""
                                : segments.get(segments.size() - 1).tag(),
                        String.valueOf(reader.getErrorType()));
            default -> {
                // groups and loops say nothing that their segments do not say
            }
        }
    }

    private static void add(EDIStreamReader reader, List<List<String>> elements) {
        var place = reader.getLocation();
        while (elements.size() < place.getElementPosition()) {
            elements.add(new ArrayList<>());
        }
        elements.get(elements.size() - 1).add(reader.getText());
    }

    /** Some programs write a byte order mark, which the standards do not know. */
    private static byte[] bare(byte[] content) {
        var marked = content.length > 2
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    Optional<Segment> first(String tag) {
        return with(tag).findFirst();
    }

    Stream<Segment> with(String tag) {
        return all.stream().filter(segment -> segment.is(tag));
    }

    /**
     * Parts that begin with a segment of this tag and end before the next one, or before one of the others.
     *
     * @param ends tags that end a part without beginning one
     */
    List<Segments> parts(String tag, String... ends) {
        var parts = new ArrayList<Segments>();
        List<Segment> part = null;
        for (var segment : all) {
            if (segment.is(tag)) {
                part = new ArrayList<>();
                parts.add(new Segments(part));
            } else if (List.of(ends).contains(segment.tag())) {
                part = null;
            }
            if (part != null) {
                part.add(segment);
            }
        }
        return parts;
    }
}
