package io.ordertrail.backup;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks how backups are made and kept. */
class BackupSettingsCheck implements SettingsCheck {

    private static final long MOST = 1000;

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.backup.every",
                "a duration such as 24h, or 0s for no backups",
                BackupSettingsCheck::isDuration);
        settings.expect("ordertrail.backup.drill-every", "a duration such as 7d", BackupSettingsCheck::isDuration);
        for (var period : new String[] {"days", "weeks", "months"}) {
            settings.number("ordertrail.backup.keep." + period, 0, MOST);
        }
        if (isGiven(settings, "ordertrail.backup.store.access-key")
                && !isGiven(settings, "ordertrail.backup.store.secret-key")) {
            settings.addFault("ordertrail.backup.store.secret-key", "the secret that belongs to the access key");
        }
        if (settings.isActive("production") && makesBackups(settings) && !hasKey(settings)) {
            settings.addFault(
                    "ordertrail.backup.key",
                    "the key ring of backups: print one with the command new-backup-key, and keep it apart from them");
        }
    }

    /** Backups that only a lost container could read would be worth nothing, so production makes no key by itself. */
    private static boolean hasKey(Settings settings) {
        return isGiven(settings, "ordertrail.backup.key")
                || settings.value("ordertrail.backup.key-file")
                        .filter(file -> Files.exists(Path.of(file)))
                        .isPresent();
    }

    private static boolean makesBackups(Settings settings) {
        return isGiven(settings, "ordertrail.backup.folder");
    }

    private static boolean isGiven(Settings settings, String name) {
        return settings.value(name).filter(value -> !value.isEmpty()).isPresent();
    }

    private static boolean isDuration(String value) {
        try {
            return !DurationStyle.detectAndParse(value).isNegative();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
