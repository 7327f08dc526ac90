package io.ordertrail.intake.file;

import java.nio.charset.Charset;

/** Counts the ends of lines in the bytes of a text: CR, LF, and CR with LF, which are one. */
final class LineEnds {

    private final byte[] carriageReturn;
    private final byte[] lineFeed;
    private boolean isAfterReturn;
    private long seen;

    LineEnds(Charset charset) {
        this.carriageReturn = "\r".getBytes(charset);
        this.lineFeed = "\n".getBytes(charset);
    }

    /** How many bytes a letter has at least. */
    int width() {
        return lineFeed.length;
    }

    long seen() {
        return seen;
    }

    /** Tells whether a line feed stands here that belongs to the carriage return before it. */
    boolean isSecondHalf(byte[] bytes, int at) {
        return isAfterReturn && is(lineFeed, bytes, at);
    }

    void see(byte[] bytes, int at) {
        var isReturn = is(carriageReturn, bytes, at);
        if (isReturn || is(lineFeed, bytes, at) && !isAfterReturn) {
            seen++;
        }
        isAfterReturn = isReturn;
    }

    private static boolean is(byte[] sign, byte[] bytes, int at) {
        for (int i = 0; i < sign.length; i++) {
            if (bytes[at + i] != sign[i]) {
                return false;
            }
        }
        return true;
    }
}
