package io.ordertrail.process.difference;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ordertrail.process.deadline.DurationInWords;
import io.ordertrail.refusal.Sentence;

/**
 * One thing that differs, told in the language of the reader.
 *
 * @param key of the sentence, below {@code difference}
 */
public record Difference(String key, List<Object> args) {

    static Difference of(String key, Object... args) {
        return new Difference(key, List.of(args));
    }

    public String sentence() {
        return Sentence.of(
                "difference." + key, args.stream().map(Difference::shown).toArray());
    }

    private static Object shown(Object arg) {
        return arg instanceof Duration duration ? DurationInWords.of(duration) : arg;
    }

    /** Nothing to tell, or one thing. */
    static Stream<Difference> unless(boolean same, String key, Object... args) {
        return same ? Stream.empty() : Stream.of(of(key, args));
    }
}
