package io.ordertrail.encryption;

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.ordertrail.keyring.KeySource;

/** Key rings of tests. */
public final class TestKeys {

    /** A cipher with a new key ring. */
    public static FieldCipher cipher() {
        return new FieldCipher(ring());
    }

    /** Keys of records in a database. */
    public static SubjectKeys subjects(JdbcClient database, FieldCipher cipher) {
        return new SubjectKeys(database, cipher);
    }

    static FieldKeyRing ring() {
        FieldKeys.register();
        return new FieldKeyRing(settings(KeySource.newKeys(FieldKeys.PARAMETERS)));
    }

    static EncryptionSettings settings(String key) {
        return new EncryptionSettings(key, Path.of("nowhere"), "");
    }

    static FieldKeyRing ring(KeysetHandle keys) {
        return new FieldKeyRing(settings(settings("").keys().write(keys)));
    }

    private TestKeys() {}
}
