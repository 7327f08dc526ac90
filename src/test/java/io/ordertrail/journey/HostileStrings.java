package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the Big List of Naughty Strings; when the file is missing, the test is skipped. */
public final class HostileStrings {

    private static final Path LIST =
            Path.of(System.getProperty("ordertrail.shared", "../shared"), "data", "hostile", "blns", "blns.json");
    private static final int EVERY_NTH_PLAIN = 24;
    private static final int EVERY_NTH_OTHER = 6;

    private HostileStrings() {}

    /** All strings in the nightly run; in other runs every sixth that is not plain ASCII and every 24th of the others. */
    public static List<String> read() throws IOException {
        assumeTrue(
                Files.exists(LIST),
                "Skipped: there is no " + LIST.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
        var all = List.of(new ObjectMapper().readValue(LIST.toFile(), String[].class));
        assertThat(all).hasSizeGreaterThan(500);
        return Sample.orOnly(
                IntStream.range(0, all.size())
                        .filter(i -> i % (isPlain(all.get(i)) ? EVERY_NTH_PLAIN : EVERY_NTH_OTHER) == 0)
                        .mapToObj(all::get)
                        .toList(),
                all);
    }

    private static boolean isPlain(String string) {
        return string.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
