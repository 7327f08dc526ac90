package io.ordertrail.process.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often each duration came up, from which the number of values below which a share of them lies follows exactly.
 */
public final class Durations {

    /** A duration in milliseconds, and how often it came up. */
    public record Counted(long duration, long times) {}

    public static final Durations NONE = new Durations(List.of());

    private final List<Counted> shortestFirst;

    public Durations(List<Counted> counted) {
        this.shortestFirst = new ArrayList<>(counted);
        shortestFirst.sort(Comparator.comparingLong(Counted::duration));
    }

    public long count() {
        return shortestFirst.stream().mapToLong(Counted::times).sum();
    }

    public long total() {
        return shortestFirst.stream()
                .mapToLong(counted -> counted.duration() * counted.times())
                .sum();
    }

    /** How many are longer. */
    public long longerThan(long bound) {
        return shortestFirst.stream()
                .filter(counted -> counted.duration() > bound)
                .mapToLong(Counted::times)
                .sum();
    }

    public long longest() {
        return shortestFirst.isEmpty()
                ? 0
                : shortestFirst.get(shortestFirst.size() - 1).duration();
    }

    /**
     * The shortest duration that is not exceeded by a share of all; 0 when there are none.
     *
     * @param hundredths such as 50 for the median
     */
    public long percentile(int hundredths) {
        var rank = (count() * hundredths + 99) / 100;
        var passed = 0L;
        for (var counted : shortestFirst) {
            passed += counted.times();
            if (passed >= rank) {
                return counted.duration();
            }
        }
        return 0;
    }
}
