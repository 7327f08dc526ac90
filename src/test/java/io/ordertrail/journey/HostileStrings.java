package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The Big List of Naughty Strings, read where it lies; where it does not, the test is skipped. */
public final class HostileStrings {

    private static final Path LIST =
            Path.of(System.getProperty("ordertrail.shared", "../shared"), "data", "hostile", "blns", "blns.json");
    private static final boolean EVERYTHING = Boolean.getBoolean("ordertrail.everything");
    private static final int OF_PLAIN_ONES = 5;

    private HostileStrings() {}

    /** All of them at night. Before a change lands all that are more than ASCII, and of the others every fifth. */
    public static List<String> read() throws IOException {
        assumeTrue(
                Files.exists(LIST),
                "Skipped: there is no " + LIST.toAbsolutePath() + " (set -Dordertrail.shared=FOLDER)");
        var all = List.of(new ObjectMapper().readValue(LIST.toFile(), String[].class));
        assertThat(all).hasSizeGreaterThan(500);
        return EVERYTHING
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % OF_PLAIN_ONES == 0 || !isPlain(all.get(i)))
                        .mapToObj(all::get)
                        .toList();
    }

    private static boolean isPlain(String string) {
        return string.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
