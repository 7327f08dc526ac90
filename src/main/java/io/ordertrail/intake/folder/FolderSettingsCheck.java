package io.ordertrail.intake.folder;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.springframework.boot.convert.DurationStyle;

import io.ordertrail.settings.Settings;
import io.ordertrail.settings.SettingsCheck;

/** Checks where files are watched for, and how often. */
class FolderSettingsCheck implements SettingsCheck {

    @Override
    public void check(Settings settings) {
        settings.expect(
                "ordertrail.watched-folders.folder",
                "a folder that exists, or nothing",
                folder -> folder.isEmpty() || isFolder(folder));
        settings.expect(
                "ordertrail.watched-folders.every", "a duration above zero such as 10s", every -> duration(every) > 0);
        settings.expect("ordertrail.watched-folders.quiet", "a duration such as 10s", quiet -> duration(quiet) >= 0);
    }

    private static boolean isFolder(String folder) {
        try {
            return Files.isDirectory(Path.of(folder));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static long duration(String value) {
        try {
            return DurationStyle.detectAndParse(value).toMillis();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return -1;
        }
    }
}
