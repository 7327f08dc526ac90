package io.ordertrail.encryption;

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;

import io.ordertrail.keyring.KeySource;

/** Key rings of tests. */
public final class TestKeys {

    /** A cipher with a new key ring. */
    public static FieldCipher cipher() {
        return new FieldCipher(ring());
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
