package io.ordertrail.keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;

/**
 * Where a key ring comes from: the text of a setting, or else a file, which is made if there is none.
 *
 * @param purpose what the keys are for, as sentences name it
 * @param text a Tink key ring as JSON; blank when the file has it
 * @param setting the name of the setting
 */
public record KeySource(String purpose, String text, String setting, Path file) {

    /** Reads the keys. New ones are made with these parameters. */
    public KeysetHandle read(Parameters parameters) {
        if (!text.isBlank()) {
            return parse(text, setting);
        }
        try {
            var path = file.toAbsolutePath();
            return parse(OwnFile.readOrMake(path, () -> newKeys(parameters)), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key ring of " + purpose + " cannot be read or made: " + file, e);
        }
    }

    /**
     * This source, when it has keys: whoever reads what was encrypted before is not helped by new ones.
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

    /** Makes a key ring with one key, as text. */
    public static String newKeys(Parameters parameters) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeysetHandle parse(String keys, String from) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(keys.strip(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What " + from + " holds is no key ring of " + purpose
                    + ". Put the right one there; docs/recovery.md tells what is lost without it.");
        }
    }
}
