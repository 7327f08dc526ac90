package io.ordertrail.encryption;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to start with a key ring that cannot read what is stored. For each key that has encrypted something, the
 * table {@code encryption_key} has a sample.
 */
@Component
class KeyRingCheck {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRingCheck.class);
    private static final String SAMPLE = "ordertrail";

    private final JdbcClient database;
    private final TransactionTemplate inTransaction;
    private final FieldKeyRing ring;
    private final FieldCipher cipher;

    KeyRingCheck(JdbcClient database, PlatformTransactionManager transactions, FieldKeyRing ring, FieldCipher cipher) {
        this.database = database;
        this.inTransaction = new TransactionTemplate(transactions);
        this.ring = ring;
        this.cipher = cipher;
        check();
    }

    private record Sample(String id, String text) {}

    private void check() {
        var keys = ring.keys();
        samples().forEach(this::requireReadable);
        keepSample();
        LOG.info(
                "Personal data is encrypted with the key ring in {}: primary key {}, all keys {}",
                ring.source(),
                keys.primary(),
                keys.ids());
    }

    /** Stores a sample of the primary key, if there is none yet. */
    void keepSample() {
        var primary = ring.keys().primary();
        if (samples().stream().noneMatch(sample -> sample.id().equals(primary))) {
            store(primary);
        }
    }

    private void requireReadable(Sample sample) {
        try {
            if (SAMPLE.equals(cipher.decrypt(place(sample.id()), sample.text()))) {
                return;
            }
        } catch (UnreadableField e) {
            // the sentence below tells it
        }
        throw new IllegalStateException("Personal data in the database is encrypted with key " + sample.id()
                + ", which the key ring in " + ring.source() + " does not have. Give every node the key ring with that"
                + " key (ORDERTRAIL_ENCRYPTION_KEY or the file of ORDERTRAIL_ENCRYPTION_KEY_FILE). docs/recovery.md"
                + " tells what is lost without it.");
    }

    private List<Sample> samples() {
        return inTransaction.execute(status -> database.sql("select id, sample from encryption_key order by id")
                .query((row, i) -> new Sample(row.getString("id"), row.getString("sample")))
                .list());
    }

    private void store(String id) {
        try {
            inTransaction.executeWithoutResult(
                    status -> database.sql("insert into encryption_key (id, sample) values (:id, :sample)")
                            .param("id", id)
                            .param("sample", cipher.encrypt(place(id), SAMPLE))
                            .update());
        } catch (DuplicateKeyException e) {
            // another node that starts has stored it
        }
    }

    private static Place place(String id) {
        return new Place("encryption_key", "sample", id);
    }
}
