package io.ordertrail.intake.document;

import java.nio.charset.StandardCharsets;

/** Tells the standard of a document by its beginning, and reads it. */
final class ReadDocument {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BEGINNING = 64;

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument when it is of no known standard, is broken, or lacks what every order has
     */
    static OrderDocument read(byte[] content) {
        var begins = beginning(content);
        if (begins.startsWith("<")) {
            return UblDocument.read(content);
        }
        if (begins.startsWith("ISA")) {
            return new X12Document(Segments.read(content)).order();
        }
        if (begins.startsWith("UNA") || begins.startsWith("UNB")) {
            return new EdifactDocument(Segments.read(content)).order();
        }
        throw new UnreadableDocument(begins.isEmpty() ? "empty" : "standard");
    }

    private static String beginning(byte[] content) {
        var text = new String(content, 0, Math.min(BEGINNING, content.length), StandardCharsets.UTF_8);
        return text.replace(String.valueOf(BYTE_ORDER_MARK), "").strip();
    }

    private ReadDocument() {}
}
