package io.ordertrail.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Continues the chain over entries that are not sealed yet, a batch at a time. Only nodes that seal wait for each other:
 * the row that they lock is none that a change touches.
 */
@Service
class SealTrail {

    static final int BATCH = 500;
    /** Older entries are committed: no transaction takes that long, and the nodes' clocks differ by less. */
    static final Duration SETTLED = Duration.ofMinutes(5);

    private static final String UNSEALED = "select " + Entry.COLUMNS
            + " from change_entry e left join trail_seal s on s.entry = e.id"
            + " where s.entry is null and e.at >= ? order by e.at, e.id limit " + BATCH;

    private record Seal(long position, String hash) {}

    private final JdbcTemplate database;
    private final TrailKey key;
    private final Clock clock;

    SealTrail(JdbcTemplate database, TrailKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    /** Seals a batch; returns the new head, or nothing when all entries are sealed. */
    @Transactional
    public Optional<Head> seal() {
        var sealedUntil = database.queryForObject(
                "select sealed_until from trail_chain where id = 1 for update", LocalDateTime.class);
        var entries = database.query(UNSEALED, (row, i) -> Entry.read(row), sealedUntil.minus(SETTLED));
        return entries.isEmpty() ? Optional.empty() : Optional.of(seal(entries, sealedUntil));
    }

    private Head seal(List<Entry> entries, LocalDateTime sealedUntil) {
        var last = last();
        var rows = new ArrayList<Object[]>();
        for (var entry : entries) {
            var position = last.position() + 1;
            last = new Seal(position, Entry.hash(last.hash(), position, entry.id(), entry.digest()));
            rows.add(new Object[] {position, entry.id(), entry.digest(), last.hash()});
        }
        database.batchUpdate("insert into trail_seal (position, entry, digest, hash) values (?, ?, ?, ?)", rows);
        var newest = entries.get(entries.size() - 1).at();
        database.update(
                "update trail_chain set sealed_until = ? where id = 1",
                newest.isAfter(sealedUntil) ? newest : sealedUntil);
        return sign(last);
    }

    private Head sign(Seal last) {
        var head = key.sign(last.position(), last.hash(), clock.instant());
        database.update(
                "insert into trail_head (position, hash, signed_at, signature) values (?, ?, ?, ?)",
                head.position(),
                head.hash(),
                head.signedAt().toString(),
                head.signature());
        return head;
    }

    private Seal last() {
        return database
                .query(
                        "select position, hash from trail_seal order by position desc limit 1",
                        (row, i) -> new Seal(row.getLong("position"), row.getString("hash")))
                .stream()
                .findFirst()
                .orElse(new Seal(0, Entry.BEGINNING));
    }
}
