package io.ordertrail.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file holds. It can be read from any place of it, so that nobody reads again what was read before. */
@FunctionalInterface
public interface Content {

    /**
     * Opens it.
     *
     * @param place how many bytes are left out
     */
    InputStream from(long place) throws IOException;

    static Content of(Path file) {
        return place -> {
            var in = Files.newInputStream(file);
            in.skipNBytes(place);
            return in;
        };
    }
}
