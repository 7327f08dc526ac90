package io.ordertrail.encryption;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.ordertrail.keyring.KeySource;

/**
 * Where the key ring of personal data comes from.
 *
 * @param key the key ring; when it is empty, the file has it
 * @param keyFile is made, readable by its owner alone, when there is none
 * @param kms the address of the key in a KMS that encrypts the key ring; empty when it is not encrypted
 */
@ConfigurationProperties("ordertrail.encryption")
public record EncryptionSettings(
        @DefaultValue("") String key,
        @DefaultValue("./data/encryption.key") Path keyFile,
        @DefaultValue("") String kms) {

    KeySource keys() {
        return new KeySource("personal data", key, "ordertrail.encryption.key", keyFile, kms);
    }
}
