package io.ordertrail.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.encryption.EncryptedColumns;
import io.ordertrail.encryption.EncryptedTable;
import io.ordertrail.encryption.EncryptedTables;
import io.ordertrail.encryption.FieldCipher;
import io.ordertrail.encryption.Place;
import io.ordertrail.encryption.RowKey;

/** Stores idempotency keys with the hash of the request and the response. */
@Component
public class IdempotencyKeys {

    static final Duration RETENTION = Duration.ofHours(24);
    /** Entering an order never takes this long: a claim without a response after that time is abandoned. */
    static final Duration ABANDONED = Duration.ofSeconds(60);

    private static final String TABLE = "idempotency_key";
    private static final String RESPONSE = "response";

    private static final String CLAIM = """
        insert into idempotency_key (client, key_hash, request_hash, claim, claimed_at, expires_at)
        values (:client, :keyHash, :requestHash, :claim, :now, :expires)\
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Clock clock;
    private final FieldCipher cipher;

    IdempotencyKeys(JdbcClient jdbc, NamedParameterJdbcOperations batches, Clock clock, FieldCipher cipher) {
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @EncryptedTables
    static class Encrypted {

        /** An answer shows what was ordered and to whom it is sent. */
        @Bean
        static EncryptedColumns encryptedAnswers() {
            return EncryptedTable.shortLived(TABLE, RowKey.text("client").then(RowKey.text("key_hash")), RESPONSE);
        }
    }

    /**
     * The stored state of a key.
     *
     * @param answer null while the request is being processed
     */
    public record Entry(
            String requestHash, String claim, LocalDateTime claimedAt, LocalDateTime expiresAt, StoredAnswer answer) {}

    /** Claims a key; returns false when the key exists already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean claim(IdempotencyClaim claim) {
        try {
            return of(claim, CLAIM).update() == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Claims many keys in one transaction.
     *
     * @throws DuplicateKeyException when any of the keys exists already; none is claimed then
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void claimAll(List<IdempotencyClaim> claims) {
        batches.batchUpdate(CLAIM, claims.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<Entry> find(IdempotencyClaim claim) {
        return of(claim, "select * from idempotency_key where client = :client and key_hash = :keyHash")
                .query((row, number) -> entry(claim, row))
                .optional();
    }

    /** Takes over an expired or abandoned key; when several requests try at once, only one succeeds. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean takeOver(Entry abandoned, IdempotencyClaim claim) {
        return of(claim, """
            update idempotency_key set request_hash = :requestHash, claim = :claim, claimed_at = :now, expires_at = :expires,
              status = null, location = null, response = null
            where client = :client and key_hash = :keyHash and claim = :abandoned
              and (status is null or expires_at < :now)\
            """).param("abandoned", abandoned.claim()).update() == 1;
    }

    boolean abandoned(Entry entry) {
        return entry.expiresAt().isBefore(now())
                || entry.answer() == null && entry.claimedAt().plus(ABANDONED).isBefore(now());
    }

    /** Stores the response in the caller's transaction; returns false when another request has taken the claim over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean storeAnswer(IdempotencyClaim claim, StoredAnswer answer) {
        return of(claim, """
            update idempotency_key set status = :status, location = :location, response = :response
            where client = :client and key_hash = :keyHash and claim = :claim\
            """)
                        .param("status", answer.status())
                        .param("location", answer.location())
                        .param("response", cipher.encrypt(place(claim), answer.body()))
                        .update()
                == 1;
    }

    /** Frees the key after the request failed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void release(IdempotencyClaim claim) {
        of(
                        claim,
                        "delete from idempotency_key where client = :client and key_hash = :keyHash and claim = :claim"
                                + " and status is null")
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @Transactional
    public void deleteExpired() {
        jdbc.sql("delete from idempotency_key where expires_at < :now")
                .param("now", now())
                .update();
    }

    private JdbcClient.StatementSpec of(IdempotencyClaim claim, String sql) {
        return jdbc.sql(sql).params(parameters(claim).getValues());
    }

    private MapSqlParameterSource parameters(IdempotencyClaim claim) {
        return new MapSqlParameterSource()
                .addValue("client", claim.client())
                .addValue("keyHash", claim.keyHash())
                .addValue("requestHash", claim.requestHash())
                .addValue("claim", claim.claim())
                .addValue("now", now())
                .addValue("expires", now().plus(RETENTION));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private Entry entry(IdempotencyClaim claim, ResultSet row) throws SQLException {
        var status = row.getInt("status");
        return new Entry(
                row.getString("request_hash"),
                row.getString("claim"),
                row.getObject("claimed_at", LocalDateTime.class),
                row.getObject("expires_at", LocalDateTime.class),
                status == 0
                        ? null
                        : new StoredAnswer(
                                status,
                                row.getString("location"),
                                cipher.decrypt(place(claim), row.getString("response"))));
    }

    private static Place place(IdempotencyClaim claim) {
        return new Place(TABLE, RESPONSE, claim.client() + "/" + claim.keyHash());
    }
}
