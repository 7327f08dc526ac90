package io.ordertrail.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Follows the chain from its beginning and finds each entry that somebody has changed, removed, inserted or reordered,
 * and an end that was cut off. It blocks nobody.
 */
@Component
public class VerifyTrail {

    private static final int PAGE = 1000;
    private static final int MOST_FAULTS = 1000;
    private static final String SEALS = "select s.position, s.entry, s.digest, s.hash, " + Entry.COLUMNS
            + " from trail_seal s left join change_entry e on e.id = s.entry"
            + " where s.position > ? order by s.position limit " + PAGE;
    private static final String HEADS =
            "select * from trail_head where position > ? and position <= ? order by position";
    private static final String INSERTED = "select e.id from change_entry e left join trail_seal s on s.entry = e.id"
            + " where s.entry is null and e.at < ? order by e.id limit " + MOST_FAULTS;

    /**
     * What the trail looks like.
     *
     * @param entries how many were followed
     * @param head the newest; null before the first
     * @param faults a sentence for each; the first thousand
     */
    public record Result(long entries, Head head, List<String> faults) {

        public boolean intact() {
            return faults.isEmpty();
        }
    }

    private record Seal(long position, long entry, String digest, String hash, Entry found) {}

    private final JdbcTemplate database;
    private final TrailKey key;

    VerifyTrail(DataSource database, TrailKey key) {
        this.database = new JdbcTemplate(database);
        this.key = key;
    }

    /**
     * Follows the chain.
     *
     * @param kept a head that was kept outside of the database; null for none
     */
    public Result verify(Head kept) {
        var faults = new ArrayList<String>();
        var last = new Seal(0, 0, "", Entry.BEGINNING, null);
        for (var seals = after(0); !seals.isEmpty() && faults.size() < MOST_FAULTS; seals = after(last.position())) {
            var first = last.position();
            for (var seal : seals) {
                check(seal, last, kept, faults);
                last = seal;
            }
            checkHeads(first, last.position(), seals, faults);
        }
        checkEnd(last.position(), kept, faults);
        addInserted(faults);
        return new Result(last.position(), newestHead().orElse(null), List.copyOf(faults));
    }

    /** Follows the chain in another database, such as a restored one. */
    public Result verifyIn(DataSource other) {
        return new VerifyTrail(other, key).verify(null);
    }

    private void check(Seal seal, Seal before, Head kept, List<String> faults) {
        if (seal.position() != before.position() + 1) {
            faults.add("The seals from %d to %d were removed".formatted(before.position() + 1, seal.position() - 1));
        } else if (!seal.hash().equals(Entry.hash(before.hash(), seal.position(), seal.entry(), seal.digest()))) {
            faults.add(
                    "The seal at position %d (entry %d) was changed or moved".formatted(seal.position(), seal.entry()));
        }
        if (seal.found() == null) {
            faults.add("Entry %d, sealed at position %d, was removed".formatted(seal.entry(), seal.position()));
        } else if (!seal.found().digest().equals(seal.digest())) {
            faults.add("Entry %d, sealed at position %d, was changed".formatted(seal.entry(), seal.position()));
        }
        if (kept != null && kept.position() == seal.position() && !kept.hash().equals(seal.hash())) {
            faults.add("The chain up to position %d is not that of the head of %s"
                    .formatted(kept.position(), kept.signedAt()));
        }
    }

    private void checkHeads(long after, long until, List<Seal> seals, List<String> faults) {
        for (var head : database.query(HEADS, (row, i) -> head(row), after, until)) {
            var sealed = seals.stream()
                    .filter(seal -> seal.position() == head.position())
                    .findFirst();
            if (!key.hasSigned(head)) {
                faults.add(
                        "The head at position %d is not signed with the key of the trail".formatted(head.position()));
            } else if (sealed.filter(seal -> seal.hash().equals(head.hash())).isEmpty()) {
                faults.add("The chain up to position %d is not the one that was signed at %s"
                        .formatted(head.position(), head.signedAt()));
            }
        }
    }

    /** Each batch ends with a head, so the last seal has one. */
    private void checkEnd(long last, Head kept, List<String> faults) {
        var heads = database.queryForObject("select count(*) from trail_head where position = ?", Long.class, last);
        if (last > 0 && heads == 0) {
            faults.add("The end of the chain, position %d, has no head".formatted(last));
        }
        if (kept != null && !key.hasSigned(kept)) {
            faults.add("The head that was kept is not signed with the key of the trail");
        }
        if (kept != null && kept.position() > last) {
            faults.add("The end was cut off: position %d is the last, and the head of %s says %d"
                    .formatted(last, kept.signedAt(), kept.position()));
        }
    }

    private void addInserted(List<String> faults) {
        var sealedUntil =
                database.queryForObject("select sealed_until from trail_chain where id = 1", LocalDateTime.class);
        database.queryForList(INSERTED, Long.class, sealedUntil.minus(SealTrail.SETTLED))
                .forEach(entry -> faults.add("Entry %d was inserted: it has no seal".formatted(entry)));
    }

    private List<Seal> after(long position) {
        return database.query(SEALS, (row, i) -> seal(row), position);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        row.getLong("id");
        var found = row.wasNull() ? null : Entry.read(row);
        return new Seal(
                row.getLong("position"), row.getLong("entry"), row.getString("digest"), row.getString("hash"), found);
    }

    /** The newest head; empty before the first. */
    public Optional<Head> newestHead() {
        return newestHead(database.getDataSource());
    }

    static Optional<Head> newestHead(DataSource database) {
        return new JdbcTemplate(database)
                .query("select * from trail_head order by position desc limit 1", (row, i) -> head(row)).stream()
                        .findFirst();
    }

    /** By which others check the signatures of heads. */
    public String publicKey() {
        return key.publicKey();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("position"),
                row.getString("hash"),
                Instant.parse(row.getString("signed_at")),
                row.getString("signature"));
    }
}
