package io.ordertrail.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;

/**
 * An entry of the trail as it is stored.
 *
 * @param digest of all its columns
 */
record Entry(long id, LocalDateTime at, String digest) {

    /** Entries that were sealed before it was recorded have none. */
    private static final String ORIGIN = "origin";

    private static final String[] TEXTS = {"actor", "kind", "subject", "act", "place", "field", "former", "current"};
    /** The columns of a query that reads entries, which it names e. */
    static final String COLUMNS =
            "e.id, e.at, e.actor, e.kind, e.subject, e.act, e.place, e.field, e.former, e.current, e.origin";

    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    static Entry read(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var at = row.getObject("at", LocalDateTime.class);
        var all = new StringBuilder();
        append(all, String.valueOf(id));
        append(all, at.toString());
        for (var column : TEXTS) {
            append(all, row.getString(column));
        }
        if (row.getString(ORIGIN) != null) {
            append(all, row.getString(ORIGIN));
        }
        return new Entry(id, at, sha256(all.toString()));
    }

    /** With its length, so that nothing moves from one column to the next unnoticed. */
    private static void append(StringBuilder all, String text) {
        all.append(text == null ? "-" : text.length() + ":" + text).append('\n');
    }

    /** The hash that seals an entry at its place, after all before it. */
    static String hash(String before, long position, long id, String digest) {
        return sha256(before + " " + position + " " + id + " " + digest);
    }

    private static String sha256(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
