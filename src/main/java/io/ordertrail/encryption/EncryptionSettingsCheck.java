package io.ordertrail.encryption;

import java.nio.file.Files;
import java.nio.file.Path;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks where the key ring of personal data comes from. */
class EncryptionSettingsCheck implements SettingsCheck {

    private static final String KEY = "ordertrail.encryption.key";

    @Override
    public void check(Settings settings) {
        if (settings.isActive("production") && !hasKey(settings)) {
            settings.addFault(
                    KEY,
                    "the key ring of personal data: print one with the command new-encryption-key, and keep it in two places");
        }
    }

    /** With a lost container its key would be lost, and all personal data with it, so production makes none by itself. */
    private static boolean hasKey(Settings settings) {
        return settings.value(KEY).filter(key -> !key.isEmpty()).isPresent()
                || settings.value("ordertrail.encryption.key-file")
                        .filter(file -> Files.exists(Path.of(file)))
                        .isPresent();
    }
}
