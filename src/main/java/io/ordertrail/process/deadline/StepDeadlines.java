package io.ordertrail.process.deadline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.boot.convert.DurationStyle;

/**
 * How long steps may take, as a file: one line for each step, such as {@code reviewOrder=PT4H}.
 *
 * @param otherwise the duration of a step without a line of its own
 * @param due the durations by the id of the step or timer
 */
public record StepDeadlines(Duration otherwise, Map<String, Duration> due) {

    public static final String FILE = "deadlines.properties";
    public static final String OTHERWISE = "otherwise";

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String TITLE =
            "# How long each step may take (ISO 8601). A step without a line takes \"otherwise\".\n";

    public static StepDeadlines of(Deadlines.Settings settings) {
        return new StepDeadlines(settings.otherwise(), settings.due());
    }

    /** Reads the lines that hold a duration; others do not count. */
    public static StepDeadlines read(byte[] file) {
        var due = new TreeMap<String, Duration>();
        lines(file).forEach((step, text) -> duration(text).ifPresent(duration -> due.put(step, duration)));
        var otherwise = due.remove(OTHERWISE);
        return new StepDeadlines(otherwise == null ? A_DAY : otherwise, due);
    }

    /**
     * Reads the lines as they were written.
     *
     * @throws IllegalArgumentException when the file is not readable
     */
    public static Map<String, String> lines(byte[] file) {
        var read = new Properties();
        try {
            read.load(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lines = new TreeMap<String, String>();
        read.forEach((step, text) -> lines.put(step.toString(), text.toString().strip()));
        return lines;
    }

    /**
     * Adds to uploaded lines those that the upload does not have; an empty one takes the deadline off its step. What
     * cannot be read stays as it is, so that the check tells of it.
     */
    public static byte[] completed(byte[] upload, byte[] base) {
        try {
            var lines = new TreeMap<>(lines(base));
            lines.putAll(lines(upload));
            lines.values().removeIf(String::isEmpty);
            return text(lines).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return upload;
        }
    }

    /** Equal lines make equal files. */
    private static String text(Map<String, String> lines) {
        return TITLE
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** Reads a duration above zero, and of ten years at most, such as {@code PT4H} or {@code 4h}. */
    public static Optional<Duration> duration(String text) {
        try {
            return Optional.of(DurationStyle.detectAndParse(text.strip()))
                    .filter(duration -> duration.toSeconds() > 0 && duration.compareTo(LONGEST) <= 0);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** As people write it: {@code 14d}, {@code 4h} or {@code 30m}. */
    public static String shortly(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() + "h";
        }
        return duration.equals(Duration.ofMinutes(duration.toMinutes()))
                ? duration.toMinutes() + "m"
                : duration.toString();
    }

    /** As files have it: whole days as days. */
    public static String iso(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    public Duration of(String step) {
        return due.getOrDefault(step, otherwise);
    }

    /** Equal deadlines have equal files. */
    public byte[] file() {
        var lines = new TreeMap<String, String>();
        due.forEach((step, duration) -> lines.put(step, iso(duration)));
        lines.put(OTHERWISE, iso(otherwise));
        return text(lines).getBytes(StandardCharsets.UTF_8);
    }
}
