package io.ordertrail.encryption;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which keys the key ring of this node has, and how far a new primary key has taken over. */
@Service
@Transactional(readOnly = true)
public class ReadKeyRing {

    private final FieldKeyRing ring;
    private final KeyUse use;
    private final EncryptionFills fills;
    private final List<EncryptedColumns> tables;

    ReadKeyRing(FieldKeyRing ring, KeyUse use, EncryptionFills fills, List<EncryptedColumns> tables) {
        this.ring = ring;
        this.use = use;
        this.fills = fills;
        this.tables = tables;
    }

    /**
     * A key of the ring.
     *
     * @param rows how many rows need it; empty for the primary key, which all rows get
     */
    public record Key(String id, OptionalLong rows) {

        public boolean primary() {
            return rows.isEmpty();
        }
    }

    /**
     * A table whose rows the primary key takes over.
     *
     * @param left how many rows are to be looked at
     * @param perMinute how many are looked at in a minute; null before there is anything to measure
     * @param timeLeft null where that is not known
     */
    public record Table(String name, long changed, long left, Long perMinute, Duration timeLeft, boolean done) {}

    /** Where the key ring of this node comes from. */
    public String source() {
        return ring.source();
    }

    public List<Key> keys() {
        var keys = ring.keys();
        return keys.ids().stream()
                .map(id ->
                        new Key(id, id.equals(keys.primary()) ? OptionalLong.empty() : OptionalLong.of(use.rows(id))))
                .toList();
    }

    public List<Table> tables() {
        return tables.stream()
                .filter(table -> !table.neverChanged() && !table.shortLived())
                .map(this::of)
                .toList();
    }

    private Table of(EncryptedColumns table) {
        var fill = fills.of(
                table.table(),
                table.bySubject() ? EncryptRows.BY_SUBJECT : ring.keys().primary());
        var left = fill.done() ? 0 : use.after(table, fill.position());
        var perMinute = fill.perMinute();
        return new Table(
                table.table(),
                fill.changed(),
                left,
                perMinute.map(Math::round).orElse(null),
                perMinute
                        .map(rate -> Duration.ofMillis(Math.round(left * 60_000 / rate)))
                        .orElse(null),
                fill.done());
    }
}
