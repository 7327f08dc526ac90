package io.ordertrail.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.RegistryConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in a KMS encrypts the key ring: the file alone is worth nothing. */
class KeyRingOfKmsTest {

    private static final String ADDRESS = "test-kms://keys/1";
    private static final Place NAME = new Place("customer", "name", "C-1");

    @TempDir
    Path folder;

    /** A KMS in this process, with one key. */
    private record OneKey(Aead key) implements KmsClient {

        @Override
        public boolean doesSupport(String address) {
            return address.startsWith("test-kms://");
        }

        @Override
        public KmsClient withCredentials(String path) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String address) {
            return key;
        }
    }

    @BeforeAll
    static void a_kms() throws Exception {
        FieldKeys.register();
        KmsClients.add(new OneKey(
                KeysetHandle.generateNew(FieldKeys.PARAMETERS).getPrimitive(RegistryConfiguration.get(), Aead.class)));
    }

    @Test
    void the_file_holds_an_encrypted_key_ring_that_every_node_with_the_kms_can_read() throws Exception {
        var settings = new EncryptionSettings("", folder.resolve("encryption.key"), ADDRESS);
        var stored = new FieldCipher(new FieldKeyRing(settings)).encrypt(NAME, "Ana");
        assertThat(Files.readString(settings.keyFile()))
                .contains("encryptedKeyset")
                .doesNotContain("\"keyData\"");
        assertThat(new FieldCipher(new FieldKeyRing(settings)).decrypt(NAME, stored))
                .isEqualTo("Ana");
        assertThat(new FieldKeyRing(settings).source()).endsWith("encryption.key (" + ADDRESS + ")");
    }

    @Test
    void without_the_kms_the_file_is_no_key_ring() {
        var settings = new EncryptionSettings("", folder.resolve("encryption.key"), ADDRESS);
        FieldKeys.read(settings);
        assertThatThrownBy(() -> FieldKeys.read(new EncryptionSettings("", settings.keyFile(), "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no key ring of personal data");
    }
}
