package io.ordertrail.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.google.crypto.tink.subtle.AesGcmJce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Encrypts texts of tables that are never changed, each record's with a key of its own. Whoever destroys that key erases the
 * texts. The keys are stored encrypted with the key ring.
 */
@Component
public class SubjectKeys {

    /** What is read where a text was erased. */
    public static final String ERASED = "—";

    private static final String BEGIN = "{s}";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final FieldCipher cipher;

    SubjectKeys(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** The keys as a table whose texts follow the key ring. */
    @Component
    static class Columns implements EncryptedColumns {

        @Override
        public String table() {
            return "subject_key";
        }

        @Override
        public RowKey key() {
            return RowKey.text("subject");
        }

        @Override
        public List<String> columns() {
            return List.of("sealed");
        }

        @Override
        public boolean byEntity() {
            return false;
        }
    }

    /** The text as it is stored. The first text of a subject makes its key, in the transaction of the caller. */
    String encrypt(String subject, Place place, String text) {
        var key = find(subject).orElseGet(() -> make(subject));
        try {
            var sealed = new AesGcmJce(key).encrypt(text.getBytes(StandardCharsets.UTF_8), place.bound());
            return BEGIN + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The text that is stored in this place; {@link #ERASED} when the key of the subject was destroyed.
     *
     * @throws UnreadableField when it was encrypted for another place or subject, or was changed
     */
    public String decrypt(String subject, Place place, String stored) {
        return isEncrypted(stored)
                ? find(subject).map(key -> decrypt(key, place, stored)).orElse(ERASED)
                : stored;
    }

    /**
     * The same with a key that the caller has read along with many texts.
     *
     * @param sealed the key of the subject as {@code subject_key} has it; null when it was destroyed
     */
    public String decrypt(String subject, String sealed, Place place, String stored) {
        if (!isEncrypted(stored)) {
            return stored;
        }
        return sealed == null ? ERASED : decrypt(open(subject, sealed), place, stored);
    }

    private static String decrypt(byte[] key, Place place, String stored) {
        try {
            var sealed = Base64.getDecoder().decode(stored.substring(BEGIN.length()));
            return new String(new AesGcmJce(key).decrypt(sealed, place.bound()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableField(place, "of its record", e);
        }
    }

    /** Destroys the key of a subject: nobody reads its texts again, and the next text gets another key. */
    public void destroy(String subject) {
        database.sql("delete from subject_key where subject = :subject")
                .param("subject", subject)
                .update();
    }

    static boolean isEncrypted(String stored) {
        return stored != null && stored.startsWith(BEGIN);
    }

    private Optional<byte[]> find(String subject) {
        return database.sql("select sealed from subject_key where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional()
                .map(stored -> open(subject, stored));
    }

    private byte[] open(String subject, String sealed) {
        return Base64.getDecoder().decode(cipher.decrypt(place(subject), sealed));
    }

    private byte[] make(String subject) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        database.sql("insert into subject_key (subject, sealed) values (:subject, :sealed)")
                .param("subject", subject)
                .param(
                        "sealed",
                        cipher.encrypt(place(subject), Base64.getEncoder().encodeToString(key)))
                .update();
        return key;
    }

    private static Place place(String subject) {
        return new Place("subject_key", "sealed", subject);
    }
}
