package io.ordertrail.intake.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that nobody of this project wrote; tests that need them are skipped where they are missing. */
public final class SharedFiles {

    private static final Path DATA = Path.of(System.getProperty("ordertrail.shared", "../shared"), "data");

    public static Path at(String name) {
        var path = DATA.resolve(name);
        assumeTrue(
                Files.exists(path),
                "Skipped: there is no " + path.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
        return path;
    }

    private SharedFiles() {}
}
