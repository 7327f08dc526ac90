package io.ordertrail.keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClients;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;

/**
 * Where a key ring comes from: the text of a setting, or else a file, which is made if there is none.
 *
 * @param purpose what the keys are for, as sentences name it
 * @param text a Tink key ring as JSON; blank when the file has it
 * @param setting the name of the setting
 * @param kms the address of the key in a KMS that encrypts the key ring; empty when nothing encrypts it
 */
public record KeySource(String purpose, String text, String setting, Path file, String kms) {

    private static final byte[] PURPOSE = "ordertrail key ring".getBytes(StandardCharsets.UTF_8);

    public KeySource(String purpose, String text, String setting, Path file) {
        this(purpose, text, setting, file, "");
    }

    /** The place of the keys, as sentences name it. */
    public String where() {
        return (text.isBlank() ? file.toAbsolutePath().normalize().toString() : setting)
                + (kms.isBlank() ? "" : " (" + kms + ")");
    }

    /** Reads the keys. New ones are made with these parameters. */
    public KeysetHandle read(Parameters parameters) {
        if (!text.isBlank()) {
            return parse(text, setting);
        }
        try {
            var path = file.toAbsolutePath();
            return parse(OwnFile.readOrMake(path, () -> write(generate(parameters))), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key ring of " + purpose + " cannot be read or made: " + file, e);
        }
    }

    /**
     * This source, when it has keys: new ones do not decrypt what was encrypted before.
     *
     * @throws IllegalStateException when neither the setting nor the file has keys
     */
    public KeySource existing() {
        if (text.isBlank() && Files.notExists(file)) {
            throw new IllegalStateException("there is no key ring of " + purpose + ": neither the setting " + setting
                    + " has one nor the file " + file);
        }
        return this;
    }

    /** When the file was changed last; always the same moment when a setting has the keys. */
    public FileTime changedAt() {
        try {
            return text.isBlank() && Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores other keys in the file. */
    public void replace(KeysetHandle keys) throws IOException {
        OwnFile.replace(file.toAbsolutePath(), write(keys));
    }

    /** Makes a key ring with one key, as text. */
    public static String newKeys(Parameters parameters) {
        return plain(generate(parameters));
    }

    /** The keys as text that this source can read. */
    public String write(KeysetHandle keys) {
        try {
            return kms.isBlank()
                    ? plain(keys)
                    : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, keyOfKms(), PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The KMS does not encrypt the key ring of " + purpose + ": " + kms, e);
        }
    }

    private KeysetHandle parse(String keys, String from) {
        try {
            return kms.isBlank()
                    ? TinkJsonProtoKeysetFormat.parseKeyset(keys.strip(), InsecureSecretKeyAccess.get())
                    : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(keys.strip(), keyOfKms(), PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What " + from + " holds is no key ring of " + purpose
                    + ". Put the right one there; docs/recovery.md tells what is lost without it.");
        }
    }

    /** The key in the KMS. Its client is a library on the class path, such as tink-awskms. */
    private Aead keyOfKms() throws GeneralSecurityException {
        try {
            return KmsClients.get(kms).getAead(kms);
        } catch (GeneralSecurityException e) {
            return KmsClients.getAutoLoaded(kms).withDefaultCredentials().getAead(kms);
        }
    }

    private static KeysetHandle generate(Parameters parameters) {
        try {
            return KeysetHandle.generateNew(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
