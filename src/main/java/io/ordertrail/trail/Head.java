package io.ordertrail.trail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The end of the chain at one moment, signed. Kept outside of the database, it proves that the end was not cut off.
 *
 * @param position how many entries are sealed
 * @param hash of the last one, which depends on all before it
 * @param signature in base64 (Ed25519)
 */
public record Head(long position, String hash, Instant signedAt, String signature) {

    private static final int PARTS = 5;
    private static final String KIND = "ordertrail-trail";

    /** The line that is kept outside of the database. */
    public String line() {
        return String.join(" ", KIND, String.valueOf(position), hash, signedAt.toString(), signature);
    }

    /**
     * Reads such a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Head of(String line) {
        var parts = line.strip().split(" ");
        if (parts.length != PARTS || !parts[0].equals(KIND)) {
            throw new IllegalArgumentException("no head of a trail of changes: " + line);
        }
        try {
            return new Head(Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3]), parts[4]);
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("no head of a trail of changes: " + line, e);
        }
    }

    byte[] signed() {
        return signed(position, hash, signedAt);
    }

    static byte[] signed(long position, String hash, Instant signedAt) {
        return String.join(" ", KIND, String.valueOf(position), hash, signedAt.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
