package io.ordertrail.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

import io.ordertrail.keyring.KeySource;

/** Encrypts backups piece by piece (AES-256-GCM). A changed, shortened or foreign file is not read. */
final class BackupCipher {

    static final Parameters PARAMETERS = PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB;
    private static final byte[] PURPOSE = "ordertrail backup".getBytes(StandardCharsets.UTF_8);

    private final StreamingAead keys;

    BackupCipher(KeySource source) {
        try {
            StreamingAeadConfig.register();
            keys = source.read(PARAMETERS).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key ring of backups cannot encrypt backups", e);
        }
    }

    OutputStream encrypt(OutputStream to) throws IOException {
        try {
            return keys.newEncryptingStream(to, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    InputStream decrypt(InputStream from) throws IOException {
        try {
            return keys.newDecryptingStream(from, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
