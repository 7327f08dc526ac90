package io.ordertrail.encryption;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * A key ring: its primary key encrypts, all of them decrypt.
 *
 * @param primary the id of the primary key
 * @param ids the ids of all keys
 */
record FieldKeys(Aead aead, String primary, List<String> ids) {

    static final Parameters PARAMETERS = PredefinedAeadParameters.AES256_GCM;

    static FieldKeys read(EncryptionSettings settings) {
        register();
        return of(settings.keys().read(PARAMETERS));
    }

    static FieldKeys of(KeysetHandle ring) {
        try {
            register();
            return new FieldKeys(
                    ring.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    id(ring.getPrimary().getId()),
                    IntStream.range(0, ring.size())
                            .mapToObj(i -> id(ring.getAt(i).getId()))
                            .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key ring of personal data cannot encrypt fields", e);
        }
    }

    /** Tells Tink which kinds of keys there are. */
    static void register() {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(int id) {
        return "%08x".formatted(id);
    }
}
