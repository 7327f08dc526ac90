package io.ordertrail.platform.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.ordertrail.refusal.Sentence;

/**
 * Something that is wrong with a diagram, a table or a form, for the person who draws it. It is told in the language of
 * the reader, so it holds the key of its sentence.
 *
 * @param file the name of the file
 * @param element the id of the element, or null when the whole file is meant
 * @param key of the sentence, below {@code check}; the cure has the same key and {@code .cure}
 * @param args of both
 */
public record ProcessFinding(
        Severity severity,
        String file,
        String element,
        @JsonIgnore String key,
        @JsonIgnore List<Object> args) {

    /** What a finding does to a deployment. */
    public enum Severity {
        @JsonProperty("refuse")
        REFUSE,
        @JsonProperty("warn")
        WARN
    }

    /**
     * A finding that keeps the files from coming into force.
     *
     * @param key of the sentence, below {@code check}; the cure has the same key and {@code .cure}
     */
    public static ProcessFinding refuse(String file, String element, String key, Object... args) {
        return of(Severity.REFUSE, file, element, key, args);
    }

    /** A finding that is told and keeps nothing from coming into force. */
    public static ProcessFinding warn(String file, String element, String key, Object... args) {
        return of(Severity.WARN, file, element, key, args);
    }

    private static ProcessFinding of(Severity severity, String file, String element, String key, Object... args) {
        return new ProcessFinding(
                severity,
                file,
                element,
                key,
                Arrays.stream(args).map(arg -> arg == null ? "–" : arg).toList());
    }

    /** What was found, and what was expected. */
    @JsonProperty("sentence")
    public String sentence() {
        return Sentence.of("check." + key, args.toArray());
    }

    /** What to do about it. */
    @JsonProperty("cure")
    public String cure() {
        return Sentence.of("check." + key + ".cure", args.toArray());
    }

    public boolean refuses() {
        return severity == Severity.REFUSE;
    }

    @Override
    public String toString() {
        var place = Stream.of(file, element).filter(Objects::nonNull).collect(Collectors.joining(", "));
        var text = sentence() + " " + cure();
        return place.isEmpty() ? text : place + ": " + text;
    }
}
