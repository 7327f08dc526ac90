package io.ordertrail.encryption;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the rows of a table have been encrypted with a key.
 *
 * @param position the primary key of the last row that is done
 * @param seen how many rows were looked at
 * @param changed how many of them had to be changed
 * @param startedAt when the first row was looked at
 * @param at when the last one was
 */
record EncryptionFill(
        String table,
        String key,
        String position,
        long seen,
        long changed,
        boolean done,
        Instant startedAt,
        Instant at) {

    static EncryptionFill start(String table, String key, Instant now) {
        return new EncryptionFill(table, key, "", 0, 0, false, now, now);
    }

    EncryptionFill at(String to, long rows, long changedRows, boolean end, Instant now) {
        return new EncryptionFill(table, key, to, seen + rows, changed + changedRows, end, startedAt, now);
    }

    /** How many rows are looked at in a minute; empty before there is anything to measure. */
    Optional<Double> perMinute() {
        var seconds = Duration.between(startedAt, at).toMillis() / 1000.0;
        return seconds > 0 && seen > 0 ? Optional.of(seen * 60 / seconds) : Optional.empty();
    }
}
