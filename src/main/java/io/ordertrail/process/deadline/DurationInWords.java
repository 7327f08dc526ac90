package io.ordertrail.process.deadline;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ordertrail.refusal.Sentence;

/** A duration for people, such as {@code 1 d 4 h}. */
public final class DurationInWords {

    private DurationInWords() {}

    public static String of(Duration duration) {
        return Stream.of(
                        part("days", duration.toDays()),
                        part("hours", duration.toHoursPart()),
                        part("minutes", duration.toMinutesPart()),
                        part("seconds", duration.toSecondsPart()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(String unit, long number) {
        return number == 0 ? "" : Sentence.of("duration." + unit, String.valueOf(number));
    }
}
